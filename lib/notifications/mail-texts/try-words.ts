import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

import { Refused } from '@/lib/core/errors';
import { strictWords } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';

import { mailParts, type MailPart, type MailWords } from '../choices/mail-parts';
import { samplesOf } from './samples';

/**
 * Refuses words that could not be said of every mail of their kind, at the part that is wrong: `text-malformed` where braces do not
 * match, `text-name` where something is named that this mail does not know, `text-kind` where a text is counted or dated, `text-lacks`
 * where what it must say is left out of a branch, and `text-marks` for what looks like HTML.
 */
export function tryWords(notice: Notice, locale: Locale, words: MailWords): void {
  const samples = samplesOf(notice, locale);
  for (const part of mailParts) {
    const text = words[part];
    if (text === undefined) continue;
    if (/[<>]/.test(text)) throw refuse(part, 'text-marks');
    const elements = parsed(part, text);
    for (const { name, counted } of namesIn(elements)) {
      if (!Object.hasOwn(samples[0]!, name)) throw refuse(part, 'text-name', { name });
      if (counted && typeof samples[0]![name] !== 'number') throw refuse(part, 'text-kind', { name });
    }
    for (const values of samples) say(part, text, locale, values);
    if (part !== 'body') continue;
    const left = (notice.required ?? []).find((name) => !isSaid(elements, name));
    if (left !== undefined) throw refuse(part, 'text-lacks', { name: left });
  }
}

function parsed(part: MailPart, text: string): MessageFormatElement[] {
  try {
    return parse(text);
  } catch {
    throw refuse(part, 'text-malformed');
  }
}

type Named = { name: string; counted: boolean };

const counting: readonly TYPE[] = [TYPE.number, TYPE.date, TYPE.time, TYPE.plural];

// Every name that is filled in, in whichever branch, and whether it is taken for a number.
function namesIn(elements: readonly MessageFormatElement[]): Named[] {
  return elements.flatMap((element): Named[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const own = { name: element.value, counted: counting.includes(element.type) };
    return [own, ...branchesOf(element).flatMap(namesIn)];
  });
}

function branchesOf(element: MessageFormatElement): MessageFormatElement[][] {
  if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
  return Object.values(element.options).map(({ value }) => value);
}

// A name may stand in some branches of a choice only: it has to be said in each of them, or outside.
function isSaid(elements: readonly MessageFormatElement[], name: string): boolean {
  return elements.some((element) => {
    const branches = branchesOf(element);
    if (branches.length > 0) return branches.every((branch) => isSaid(branch, name));
    return 'value' in element && element.type !== TYPE.literal && element.value === name;
  });
}

function say(part: MailPart, text: string, locale: Locale, values: Record<string, string | number>): void {
  try {
    strictWords(locale, { text })('text', values);
  } catch (error) {
    if ((error as { code?: string }).code) throw refuse(part, 'text-malformed');
    throw error;
  }
}

const refuse = (field: MailPart, code: string, values?: Record<string, string>): Refused =>
  new Refused(code, `words of a mail: ${code}`, { field, values });
