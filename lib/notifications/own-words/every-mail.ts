import type { Db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { sayer, type OwnWords } from '@/lib/core/own-words';
import { currentSettings } from '@/lib/core/shop-settings';
import { messages } from '@/messages';

import { everyMail } from '../choices/notice-parts';
import { exampleName } from '../mail-texts/samples';
import { sentencesOf } from '../sentences';
import { noticeSettings } from './settings';

/** The brand's words of what stands in every mail, by language. */
export type Frames = Partial<Record<Locale, OwnWords>>;

const inLanguages = forEachSettings();

/** The same as it stands, at most five seconds old in every process. */
export async function currentFrames(from: Pick<Db, 'settingsVersion'>): Promise<Frames> {
  // One after the other: inside a transaction they have one connection.
  const en = (await currentSettings(inLanguages.en, from)).words;
  return { en, zh: (await currentSettings(inLanguages.zh, from)).words };
}

const key = { greeting: 'hello', footer: 'footer' } as const;
type Part = keyof typeof key;

/** Greets its reader by name, and says in whose name and why a mail came: in the brand's words where it has some. */
export function sayFrame(locale: Locale, own: OwnWords = {}) {
  const t = sentencesOf(locale, 'mail');
  const say = sayer(locale, own, (part, values) => t(key[part as Part], values), everyMail);
  return {
    greeting: (name: string) => (name ? say('greeting', { name }) : ''),
    footer: (brand: string) => say('footer', { brand, address: env.PUBLIC_URL }),
  };
}

/** The program's own words, as they are written. */
export function builtInFrame(locale: Locale): Record<Part, string> {
  const { hello, footer } = messages[messageLocale(locale)].mail;
  return { greeting: hello, footer };
}

/** What fills them, as examples; the footer has to say from where it comes. */
export const frameSamples = (locale: Locale, brand: string) => ({
  greeting: { samples: [{ name: exampleName(locale) }], required: [] },
  footer: { samples: [{ brand, address: env.PUBLIC_URL }], required: ['address'] },
});

function forEachSettings() {
  const of = (locale: Locale) => noticeSettings(everyMail, locale);
  return { en: of('en'), zh: of('zh') };
}
