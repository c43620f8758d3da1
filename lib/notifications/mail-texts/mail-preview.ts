import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';

import type { Frames } from '../own-words/every-mail';
import { composeMail } from '../render-mail';
import { lineBreak } from '../schema';
import type { MailTexts } from './current';
import { exampleName, samplesOf } from './samples';

/** A mail of a kind filled with examples, part by part. */
export type MailPreview = {
  subject: string;
  heading: string;
  greeting: string;
  paragraphs: string[];
  code: boolean;
  button: string | null;
  footer: string;
};

/** What fills a mail of a kind as an example, and who reads it. */
export function exampleOf(notice: Notice, locale: Locale) {
  const { brand: _, ...values } = samplesOf(notice, locale)[0]!;
  // Where it leads in truth depends on what it is about: an example leads to the first page.
  const filled = { data: { ...values, ...(hasCode(notice) && { code: '123456' }) }, path: notice.path && '/' };
  return { reader: { locale, name: exampleName(locale) }, filled };
}

const hasCode = (notice: Notice): boolean => 'shape' in notice.data && 'code' in (notice.data.shape as object);

/** Fills a mail of a kind with examples, as its reader would see it. */
export function previewMail(
  notice: Notice,
  locale: Locale,
  texts: MailTexts,
  brand: Brand,
  frames: Frames,
): MailPreview {
  const { reader, filled } = exampleOf(notice, locale);
  const { subject, parts } = composeMail(notice, reader, filled, { brand, texts, frames });
  const { heading, greeting, paragraphs, code, link, footer } = parts;
  // One that begins a line within a paragraph is a line for who reads the preview too.
  const lines = paragraphs.map((text) => text.replaceAll(lineBreak, '\n'));
  return { subject, heading, greeting, paragraphs: lines, code: code !== null, button: link?.label ?? null, footer };
}
