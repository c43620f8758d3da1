import type { Brand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import { firstOf } from '@/lib/core/fields';
import { messageLocale, type Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';
import { inLocale } from '@/lib/core/paths';

import { mailLayout, type MailParts } from './mail-layout';
import { lineBreak, wordsIn, type Words } from './schema';
import { sentencesOf } from './sentences';

type Reader = { locale: Locale; name: string };
type Filled = { data: Words; path?: string };

export type Rendered = { subject: string; text: string; html: string };

/**
 * A mail in its reader's language. Its sentences are `mail.<kind>`: subject, heading, body, and button if it leads somewhere and
 * says more than "Open". One that is missing, or a value that it needs, throws.
 */
export function renderMail(
  { kind }: Pick<Notice, 'kind'>,
  { locale, name }: Reader,
  { data, path }: Filled,
  brand: Brand,
): Rendered {
  const t = sentencesOf(locale, 'mail');
  const values = { brand: brand.name[locale], ...wordsIn(locale, data) };
  const say = (part: string) => t(`${kind}.${part}`, values);
  const label = () => (t.has(`${kind}.button`) ? say('button') : t('open'));
  const parts = {
    lang: messageLocale(locale),
    brand: brand.name[locale],
    heading: say('heading'),
    greeting: name ? t('hello', { name }) : '',
    paragraphs: say('body')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    code: data.code === undefined ? null : { digits: String(data.code), note: t('codeNote') },
    link: path === undefined ? null : { href: `${env.PUBLIC_URL}${inLocale(locale, path)}`, label: label() },
    footer: t('footer', { brand: brand.name[locale], address: env.PUBLIC_URL }),
  };
  return { subject: oneLine(say('subject')), text: asText(parts), html: mailLayout(parts, brand) };
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
