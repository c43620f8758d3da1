import { strictTranslator, strictWords } from '@/lib/core/i18n';
import { locales, messageLocale, type Locale } from '@/lib/core/locale';

import { messages } from '@/messages';

import type { MailWords } from './choices/mail-parts';

/** The sentences of notices, whose keys are put together from their kinds; one that is missing throws. */
export type Sentences = ((key: string, values?: Record<string, string | number>) => string) & {
  has(key: string): boolean;
};

type Namespace = 'mail' | 'notifications';

// Made once: a translator keeps each sentence that it has parsed, and a thousand mails use the same four.
const kept = new Map(
  locales.map((locale) => [
    locale,
    { mail: strictTranslator(locale, 'mail'), notifications: strictTranslator(locale, 'notifications') },
  ]),
);

export function sentencesOf(locale: Locale, namespace: Namespace): Sentences {
  return kept.get(locale)![namespace] as unknown as Sentences;
}

// What was read from the database is one object until it is read again: a thousand mails of it parse its sentences once.
const ofWords = new WeakMap<MailWords, Sentences>();

/** The sentences of a mail that a brand words itself, by their parts. */
export function wordsSaid(locale: Locale, words: MailWords): Sentences {
  const known = ofWords.get(words);
  if (known) return known;
  const made = strictWords(locale, words) as unknown as Sentences;
  ofWords.set(words, made);
  return made;
}

/** The sentence that the program itself has for the bell of a notice, as it is written. */
export function builtInBell(locale: Locale, kind: string): string {
  const { kinds } = messages[messageLocale(locale)].notifications;
  return kind.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], kinds) as string;
}

/** The words that the program itself has for a mail of a kind. */
export function builtInWords(locale: Locale, kind: string): MailWords {
  const tree = kind
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], messages[messageLocale(locale)].mail);
  const { subject, heading, body, button } = tree as MailWords;
  return { subject, heading, body, ...(button !== undefined && { button }) };
}
