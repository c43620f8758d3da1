import { z } from 'zod';

import { cleanText } from './sanitize/clean-text';
import { titleLength } from './lengths';
import { charactersOf } from './segments';

export { cutTo } from './segments';

const seenSigns = /(?!\uFFFD)[\p{L}\p{N}\p{P}\p{S}]/u;
const nameSigns = /[\p{L}\p{N}]/u;
// A character as people see it may be several (a letter with its marks, a family of emoji), but not all of a long text are.
const bytesFor = (most: number) => 4 * most + 1_000;

/** How many characters people see in a text; beyond so many no further ones are counted. */
export function lengthOf(text: string, most = Infinity): number {
  let count = 0;
  for (const _ of charactersOf(text)) if (++count > most) break;
  return count;
}

/** The beginning of a text, of at most so many characters as people see them: none is cut through. */
export function firstOf(text: string, most: number): string {
  if (text.length <= most) return text;
  let count = 0;
  for (const { index } of charactersOf(text)) if (++count > most) return text.slice(0, index).trimEnd();
  return text;
}

/** A text of one line, cleaned: any white space is one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** A text of several lines, cleaned, without the white space at its end and the empty lines before it. */
export function cleanLines(text: string): string {
  return cleanText(text)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

/** Required text of one line, of at most so many characters as people see them. */
export const oneLine = (most: number, least = 1) => bounded(cleanLine, most, least);

/** Text of one line that may be left empty. */
export const maybeLine = (most: number) => bounded(cleanLine, most, 0).default('');

/** Required text of several lines, of at most so many characters as people see them. */
export const multiLine = (most: number, least = 1) => bounded(cleanLines, most, least);

/** Text of several lines that may be left empty. */
export const maybeLines = (most: number) => bounded(cleanLines, most, 0).default('');

/** A name that people read: one line with a letter or a digit in it. */
export const nameLine = (most: number, least = 1) =>
  oneLine(most, least).refine((name) => nameSigns.test(name), 'code:bad-value');

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

/** Whether a title says enough: a wide character says as much as two others. */
export function titleSaysEnough(title: string): boolean {
  let weight = 0;
  for (const { segment } of charactersOf(title)) weight += wide.test(segment) ? 2 : 1;
  return weight >= titleLength.least;
}

/** A title of a thread or an idea, by one rule for every script. */
export const titleLine = nameLine(titleLength.most).refine(titleSaysEnough, 'code:title-short');

/** Marks a field whose value is never sent back into the form, and is taken as it was typed: a password. */
export function secret<T extends z.ZodType>(schema: T): T {
  return schema.meta({ secret: true }) as T;
}

/** The names of the fields that a schema declares secret. */
export function secretsOf(schema: z.ZodType): Set<string> {
  const shape = shapeOf(schema);
  return new Set(Object.keys(shape).filter((name) => isSecret(shape[name]!)));
}

type Wrapped = { innerType?: z.ZodType; in?: z.ZodType; out?: z.ZodType };

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  if (schema instanceof z.ZodObject) return schema.shape as Record<string, z.ZodType>;
  if (schema instanceof z.ZodUnion)
    return Object.assign({}, ...schema.options.map((option) => shapeOf(option as z.ZodType))) as Record<
      string,
      z.ZodType
    >;
  const { innerType, in: first, out } = schema.def as Wrapped;
  return Object.assign({}, ...[innerType, first, out].map((part) => (part ? shapeOf(part) : {}))) as Record<
    string,
    z.ZodType
  >;
}

function isSecret(schema: z.ZodType): boolean {
  if (schema.meta()?.secret === true) return true;
  const { innerType, in: first, out } = schema.def as Wrapped;
  return [innerType, first, out].some((each) => each !== undefined && isSecret(each));
}

function bounded(clean: (text: string) => string, most: number, least: number) {
  return z.string().transform((text, ctx) => {
    // What is far too long is not even cleaned.
    const given = text.length > 2 * bytesFor(most) ? null : clean(text);
    const isBlank = given !== null && !seenSigns.test(given);
    const fault =
      given === null || isLonger(given, most)
        ? tooLong(most)
        : isBlank
          ? least > 0 && tooShort(1)
          : least > 1 && lengthOf(given) < least && tooShort(least);
    if (fault) ctx.addIssue({ ...fault, input: text });
    return given === null || isBlank ? '' : given;
  });
}

/** Checks that a text has so many characters as people see them. */
export function atLeast(least: number) {
  return (text: string, ctx: z.RefinementCtx<string>): void => {
    if (lengthOf(text) < least) ctx.addIssue({ ...tooShort(least), input: text });
  };
}

const tooLong = (maximum: number) => ({ code: 'too_big', origin: 'string', maximum, inclusive: true }) as const;
const tooShort = (minimum: number) => ({ code: 'too_small', origin: 'string', minimum, inclusive: true }) as const;

// A text never has more characters than units, nor fewer bytes.
function isLonger(text: string, most: number): boolean {
  return text.length > most && (new TextEncoder().encode(text).length > bytesFor(most) || lengthOf(text, most) > most);
}
