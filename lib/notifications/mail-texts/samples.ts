import { z } from 'zod';

import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';

import { groupOf } from '../choices/mail-groups';
import { lineBreak } from '../schema';

/** Names that fill nothing that is read: they make addresses, or are shown as a code of their own. */
const technical = new Set(['path', 'slug', 'key', 'code', 'claimId', 'dropId', 'promptId', 'at']);

/** What is filled into the mails of a kind, with an example of each. */
export type Placeholder = { name: string; example: string; required: boolean };

type Values = Record<string, string | number>;

/** The names that the words of a kind may use, the required ones first. */
export const placeholdersOf = (notice: Notice, locale: Locale): Placeholder[] =>
  placeholdersIn(samplesOf(notice, locale), notice.required);

/** The same of any examples. */
export function placeholdersIn([values = {}]: readonly Values[], required: readonly string[] = []): Placeholder[] {
  return Object.entries(values)
    .map(([name, value]) => ({ name, example: String(value), required: required.includes(name) }))
    .toSorted((one, other) => Number(other.required) - Number(one.required));
}

/**
 * Examples that fill the mails of a kind, one for every word that a choice in its sentences may turn on: for `{role, select, …}` there
 * is one for each role.
 */
export function samplesOf(notice: Notice, locale: Locale): Values[] {
  const shape = { ...shapeOf(notice.data), ...shapeOf(notice.mailData) };
  return samplesIn(notice, shape, locale, { brand: example('brand', locale) });
}

/** The same for the sentence of its bell, which has no words of the mail, with what that has to say too. */
export function bellSamplesOf(notice: Notice, locale: Locale): { samples: Values[]; required: string[] } {
  const shape = shapeOf(notice.data);
  const required = (notice.required ?? []).filter((name) => Object.hasOwn(shape, name));
  return { samples: samplesIn(notice, shape, locale), required };
}

function samplesIn(notice: Notice, shape: Record<string, z.ZodType>, locale: Locale, more: Values = {}): Values[] {
  const names = Object.keys(shape).filter((name) => !technical.has(name));
  const base: Values = { ...more, ...pick(names, (name) => first(exampleOf(name, notice), shape[name]!, locale)) };
  const others = names.flatMap((name) => rest(shape[name]!).map((value) => ({ ...base, [name]: value })));
  return [base, ...others];
}

// What a title names depends on what the mail is about.
const exampleOf = (name: string, { kind }: Notice): string =>
  name === 'title' && groupOf(kind) === 'drops' ? 'drop' : name;

function shapeOf(schema: z.ZodType | undefined): Record<string, z.ZodType> {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
}

function first(name: string, schema: z.ZodType, locale: Locale): string | number {
  const inner = innermost(schema);
  if (inner instanceof z.ZodEnum) return String(inner.options[0]);
  return inner instanceof z.ZodNumber ? sampleNumber(name) : example(name, locale);
}

// Whatever turns on a number says something else of one.
function rest(schema: z.ZodType): (string | number)[] {
  const inner = innermost(schema);
  if (inner instanceof z.ZodEnum) return inner.options.slice(1).map(String);
  return inner instanceof z.ZodNumber ? [1] : [];
}

function innermost(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType ? innermost(innerType) : schema;
}

// A moment that a sentence writes itself, or how many there are of something.
const sampleNumber = (name: string): number => (name === 'until' ? Date.UTC(2027, 0, 31, 12) : 3);

/** The name by which an example greets its reader. */
export const exampleName = (locale: Locale): string => example('name', locale);

// What looks alike in every language.
const neutral: Record<string, string> = {
  number: 'M1042',
  tail: 'K7QX',
  version: '2.1',
  email: 'a***@fans.example',
  handle: 'alex',
  leave: 'https://shop.example/news/leave',
  tracking: '00340434161094042557',
  serial: 'OL-000123',
};

function example(name: string, locale: Locale): string {
  const same = neutral[name];
  if (same !== undefined) return same;
  const t = translator(locale, 'notifications');
  return t(`mailKinds.examples.${name}` as 'mailKinds.examples.title').replaceAll('\n', lineBreak);
}

const pick = (names: string[], value: (name: string) => string | number): Values =>
  Object.fromEntries(names.map((name) => [name, value(name)]));
