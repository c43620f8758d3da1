import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

import { Refused } from './errors';
import { strictWords } from './i18n';
import type { Locale } from './locale';

type Values = Record<string, string | number>;

/** What a sentence may be filled with: an example for every branch that it may turn on, and the names that it must say. */
export type Tried = { locale: Locale; samples: readonly Values[]; required?: readonly string[] };

/**
 * Refuses a sentence of a brand's own, at its field, that could not be said of all that it may be filled with: `text-malformed` where
 * braces do not match, `text-name` where something is named that is not known there, `text-kind` where a text is counted or dated,
 * `text-lacks` where what it must say is left out of a branch, and `text-marks` for what looks like HTML.
 */
export function tryText(field: string, text: string, { locale, samples, required = [] }: Tried): void {
  if (/[<>]/.test(text)) throw refuse(field, 'text-marks');
  const elements = parsed(field, text);
  const [known = {}] = samples;
  for (const { name, counted } of namesIn(elements)) {
    if (!Object.hasOwn(known, name)) throw refuse(field, 'text-name', { name });
    if (counted && typeof known[name] !== 'number') throw refuse(field, 'text-kind', { name });
  }
  for (const values of samples) say(field, text, locale, values);
  const left = required.find((name) => !isSaid(elements, name));
  if (left !== undefined) throw refuse(field, 'text-lacks', { name: left });
}

function parsed(field: string, text: string): MessageFormatElement[] {
  try {
    return parse(text);
  } catch {
    throw refuse(field, 'text-malformed');
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

function say(field: string, text: string, locale: Locale, values: Values): void {
  try {
    strictWords(locale, { text })('text', values);
  } catch (error) {
    if ((error as { code?: string }).code) throw refuse(field, 'text-malformed');
    throw error;
  }
}

const refuse = (field: string, code: string, values?: Record<string, string>): Refused =>
  new Refused(code, `words of the brand's own: ${code}`, { field, values });
