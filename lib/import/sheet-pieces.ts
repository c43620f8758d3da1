import { z } from 'zod';

import { cutTo } from '@/lib/core/fields';

import { parseAmount } from './amount';

export type Fault = { code: string; reason: string };

const LONGEST = 255;
const MOST_TAGS = 250;

/** The first fault of a row, in words. */
export function faultOf(error: z.ZodError): Fault {
  const issue = error.issues[0];
  const code = issue?.code === 'custom' ? (issue.params?.code as string | undefined) : undefined;
  return { code: code ?? 'invalid', reason: issue?.message ?? 'the row cannot be read' };
}

/** A text of bounded length whose characters were not lost to a wrong encoding. */
export function text(label: string, max: number) {
  return z
    .string()
    .refine((value) => value.length <= max, fault('too-long', `the ${label} is longer than ${max} characters`))
    .refine(
      (value) => !value.includes('\uFFFD'),
      fault('encoding', `the ${label} has damaged characters: save the file as UTF-8`),
    );
}

/** The same; null where it is empty. */
export function optional(label: string, max = LONGEST) {
  return text(label, max).transform((value) => value || null);
}

/** What a check says of a value that it refuses. */
export function fault(code: string, reason: string) {
  return { error: reason, params: { code } };
}

/** Refuses the value that is being read. */
export function fail(ctx: z.core.$RefinementCtx, code: string, reason: string): typeof z.NEVER {
  ctx.addIssue({ code: 'custom', message: reason, params: { code } });
  return z.NEVER;
}

/** An amount as it is written, in minor units of a currency. */
export function amountIn(currency: string, delimiter: string, most?: number) {
  return (value: string, ctx: z.core.$RefinementCtx): number => {
    const read = parseAmount(value, currency, delimiter, most);
    return 'minor' in read ? read.minor : fail(ctx, read.code, read.reason);
  };
}

/** A moment as Shopify writes it, in ISO 8601; null where the cell is empty. A spreadsheet's own way of writing it says no zone, and is refused. */
export function moment(label: string) {
  return z.string().transform((value, ctx): string | null => {
    if (value === '') return null;
    const read = MOMENT.exec(value);
    const iso = read && `${read[1]}T${read[2]}${zoneOf(read[3]!)}`;
    if (iso && z.iso.datetime({ offset: true }).safeParse(iso).success) return iso;
    return fail(
      ctx,
      'moment',
      `"${short(value)}" under ${label} is no date with time and zone, as the export has them`,
    );
  });
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)? ?(Z|UTC|[+-]\d{2}:?\d{2})$/;

function zoneOf(zone: string): string {
  if (/^(Z|UTC)$/.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** A whole number from 0 on; null where the cell is empty. */
export function count(label: string, most = 1_000_000_000) {
  return z.string().transform((value, ctx): number | null => {
    if (value === '') return null;
    const read = /^\d{1,10}(?:\.0+)?$/.test(value) ? Number(value) : NaN;
    return read <= most ? read : fail(ctx, 'number', `"${short(value)}" under ${label} is no whole number`);
  });
}

/** One of the source's own words, in small letters, such as a status. */
export function word(label: string) {
  return z.string().transform((value, ctx): string => {
    const read = value.toLowerCase();
    return /^([a-z][a-z0-9_ -]{0,39})?$/.test(read) ? read : fail(ctx, 'word', `"${short(value)}" is no ${label}`);
  });
}

/** The beginning of a long cell, for a sentence about it. */
export const short = (value: string): string => (value.length > 80 ? `${cutTo(value, 80)}…` : value);

/** Yes or no as spreadsheets say it. */
export function flag(label: string, blank: boolean) {
  return z.string().transform((value, ctx): boolean => {
    if (value === '') return blank;
    if (/^(true|yes|1)$/i.test(value)) return true;
    if (/^(false|no|0)$/i.test(value)) return false;
    return fail(ctx, 'flag', `"${value}" under ${label} is neither true nor false`);
  });
}

/** Tags parted by commas, each once. */
export function readTags(value: string, ctx: z.core.$RefinementCtx): string[] {
  const tags = [
    ...new Set(
      value
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
  if (tags.length > MOST_TAGS) return fail(ctx, 'too-long', `the row has more than ${MOST_TAGS} tags`);
  if (tags.some((tag) => tag.length > LONGEST))
    return fail(ctx, 'too-long', `a tag is longer than ${LONGEST} characters`);
  return tags;
}
