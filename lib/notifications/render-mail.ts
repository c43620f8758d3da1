import { brand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import { firstOf } from '@/lib/core/fields';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';

import { mailLayout, type MailParts } from './mail-layout';
import { lineBreak, wordsIn, type Words } from './schema';

type Mail = { kind: string; data: Words; path?: string; locale: Locale; name: string };

/** A mail in its reader's language. Its sentences are `mail.<kind>`: subject, heading, body, and button where it leads somewhere. */
export function renderMail({ kind, data, path, locale, name }: Mail): { subject: string; text: string; html: string } {
  const t = translator(locale, 'mail') as unknown as Sentences;
  const values = { brand: brand.name, name: name || t('friend'), ...wordsIn(locale, data) };
  const say = (part: string) => (t.has(`${kind}.${part}`) ? t(`${kind}.${part}`, values) : '');
  const link =
    path === undefined
      ? null
      : { href: `${env.PUBLIC_URL}${inLocale(locale, path)}`, label: say('button') || t('open') };
  const parts = {
    lang: messageLocale(locale),
    heading: say('heading') || say('subject'),
    greeting: name ? t('hello', { name }) : '',
    paragraphs: say('body')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    code: data.code === undefined ? null : { digits: String(data.code), note: t('codeNote') },
    link,
    footer: t('footer', { brand: brand.name, address: env.PUBLIC_URL }),
  };
  return { subject: oneLine(say('subject')), text: asText(parts), html: mailLayout(parts) };
}

type Sentences = ((key: string, values?: Record<string, string | number>) => string) & { has(key: string): boolean };

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
