import type { Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';
import { tryText } from '@/lib/core/try-text';

import { mailParts, type MailWords } from '../choices/mail-parts';
import { samplesOf } from './samples';

/** Refuses words that could not be said of every mail of their kind, at the part that is wrong, as tryText does. */
export function tryWords(notice: Notice, locale: Locale, words: MailWords): void {
  const samples = samplesOf(notice, locale);
  for (const part of mailParts) {
    const text = words[part];
    if (text === undefined) continue;
    tryText(part, text, { locale, samples, required: part === 'body' ? notice.required : [] });
  }
}
