import type { Brand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import { firstOf } from '@/lib/core/fields';
import { log } from '@/lib/core/log';
import { messageLocale, type Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';
import { inLocale } from '@/lib/core/paths';

import { mailLayout, type MailParts } from './mail-layout';
import { textOf, type MailTexts } from './mail-texts/current';
import { sayFrame, type Frames } from './own-words/every-mail';
import { lineBreak, wordsIn, type Words } from './schema';
import { sentencesOf, wordsSaid, type Sentences } from './sentences';

type Reader = { locale: Locale; name: string };
type Filled = { data: Words; path?: string };

/** In whose name it is said: the brand, and the words that are its own. */
export type Voice = { brand: Brand; texts?: MailTexts; frames?: Frames };

export type Rendered = { subject: string; text: string; html: string };

/**
 * A mail in its reader's language. Its sentences are the brand's own where it has given it some, else `mail.<kind>`: subject, heading,
 * body, and button if it leads somewhere and says more than "Open". One that is missing, or a value that it needs, throws.
 */
export function renderMail(notice: Pick<Notice, 'kind'>, reader: Reader, filled: Filled, voice: Voice): Rendered {
  const { subject, parts } = composeMail(notice, reader, filled, voice);
  return { subject, text: asText(parts), html: mailLayout(parts, voice.brand) };
}

/** The same part by part, for a preview. */
export function composeMail(
  { kind }: Pick<Notice, 'kind'>,
  { locale, name }: Reader,
  { data, path }: Filled,
  { brand, texts = new Map(), frames = {} }: Voice,
): { subject: string; parts: MailParts } {
  const t = sentencesOf(locale, 'mail');
  const values = { brand: brand.name[locale], ...wordsIn(locale, data) };
  const { say, hasButton } = sayer(kind, locale, texts, values);
  const frame = sayFrame(locale, frames[locale]);
  const label = () => (hasButton ? say('button') : t('open'));
  const parts = {
    lang: messageLocale(locale),
    brand: brand.name[locale],
    heading: say('heading'),
    greeting: frame.greeting(name),
    paragraphs: say('body')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    code: data.code === undefined ? null : { digits: String(data.code), note: t('codeNote') },
    link: path === undefined ? null : { href: `${env.PUBLIC_URL}${inLocale(locale, path)}`, label: label() },
    footer: frame.footer(brand.name[locale]),
  };
  return { subject: oneLine(say('subject')), parts };
}

// Words of the brand that cannot be said of these values give way to the program's own: no mail is lost for them.
function sayer(kind: string, locale: Locale, texts: MailTexts, values: Record<string, string | number>) {
  const built = sentencesOf(locale, 'mail');
  const own = textOf(texts, kind, locale);
  const usable = own && said(kind, wordsSaid(locale, own), values);
  if (usable) return usable;
  return { say: (part: string) => built(`${kind}.${part}`, values), hasButton: built.has(`${kind}.button`) };
}

function said(kind: string, own: Sentences, values: Record<string, string | number>) {
  const hasButton = own.has('button');
  try {
    for (const part of ['subject', 'heading', 'body', ...(hasButton ? ['button'] : [])]) own(part, values);
    return { say: (part: string) => own(part, values), hasButton };
  } catch (error) {
    log.error({ err: error, kind }, 'words of a mail could not be said');
    return undefined;
  }
}

function asText({ heading, greeting, paragraphs, code, link, footer }: MailParts): string {
  const lines = [
    heading,
    greeting,
    ...paragraphs,
    code && `${code.digits}\n${code.note}`,
    link && `${link.label}: ${link.href}`,
    `-- \n${footer}`,
  ];
  return `${lines.filter(Boolean).join('\n\n').replaceAll(lineBreak, '\n')}\n`;
}

// What members typed (a title, a name) stands in subjects: a line break there would begin another header.
function oneLine(text: string): string {
  return firstOf(text.replace(/[\r\n\u0000\u0085\u2028\u2029]+/g, ' '), 200);
}
