import { Refused } from '@/lib/core/errors';
import { strictWords } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';

import { mailParts, type MailPart, type MailWords } from '../choices/mail-parts';
import { samplesOf } from './samples';

/**
 * Refuses words that could not be said of every example of their kind, at the part that is wrong: `text-malformed` where braces do not
 * match, `text-name` where something is named that this mail does not know, `text-lacks` where what it must say is left out, and
 * `text-marks` for what looks like HTML.
 */
export function tryWords(notice: Notice, locale: Locale, words: MailWords): void {
  const samples = samplesOf(notice, locale);
  for (const part of mailParts) {
    const text = words[part];
    if (text === undefined) continue;
    if (/[<>]/.test(text)) throw refuse(part, 'text-marks');
    for (const values of samples) say(part, text, locale, values);
  }
  for (const name of notice.required ?? []) requireName(name, words.body, locale, samples);
}

function say(part: MailPart, text: string, locale: Locale, values: Record<string, string | number>): string {
  try {
    return strictWords(locale, { text })('text', values);
  } catch (error) {
    const { code, originalMessage = '' } = error as { code?: string; originalMessage?: string };
    const unknown = /variable "([^"]{1,100})" was not provided/.exec(originalMessage)?.[1];
    if (unknown) throw refuse(part, 'text-name', { name: unknown });
    if (code) throw refuse(part, 'text-malformed');
    throw error;
  }
}

// A name may stand in some branches of a choice only: it has to be said in each of them.
function requireName(name: string, text: string, locale: Locale, samples: Record<string, string | number>[]): void {
  const mark = 'x0required0x';
  for (const values of samples)
    if (!say('body', text, locale, { ...values, [name]: mark }).includes(mark))
      throw refuse('body', 'text-lacks', { name });
}

const refuse = (field: MailPart, code: string, values?: Record<string, string>): Refused =>
  new Refused(code, `words of a mail: ${code}`, { field, values });
