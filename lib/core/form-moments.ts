import { z } from 'zod';

import { isZone, readLocal } from './zoned-time';

/** A moment: in ISO 8601 with its offset, or what `withMoments` made of a form's local date and time. */
export const moment = z.string({ error: 'code:bad-date' }).transform((value, ctx) => {
  const at = isoShape.test(value) ? new Date(value) : null;
  if (at && !Number.isNaN(at.getTime())) return at;
  ctx.addIssue({ code: 'custom', message: problems.has(value) ? `code:${value}` : 'code:bad-date' });
  return z.NEVER;
});

const isoShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
const problems = new Set(['hour-twice', 'bad-zone']);

/**
 * Reads the moments of a form, named or by a pattern of their names, by its `zone`: a field sends the date and time as the clock on the wall shows them,
 * and `<name>.which` says whether the earlier or the later is meant in an hour that comes twice.
 */
export function withMoments<S extends z.ZodType>(names: readonly (string | RegExp)[], schema: S) {
  return z.preprocess(
    (form) =>
      typeof form === 'object' && form !== null
        ? { ...form, ...momentsIn(form as Record<string, unknown>, names) }
        : form,
    schema,
  );
}

function momentsIn(form: Record<string, unknown>, wanted: readonly (string | RegExp)[]): Record<string, unknown> {
  const names = wanted.flatMap((each) =>
    typeof each === 'string' ? [each] : Object.keys(form).filter((name) => each.test(name)),
  );
  const zone = typeof form.zone === 'string' && form.zone.trim() !== '' ? form.zone.trim() : 'UTC';
  return Object.fromEntries(names.map((name) => [name, momentOf(form[name], zone, form[`${name}.which`])]));
}

function momentOf(given: unknown, zone: string, which: unknown): unknown {
  if (typeof given !== 'string' || given === '' || isoShape.test(given)) return given;
  if (!isZone(zone)) return 'bad-zone';
  const read = readLocal(given, zone);
  if (read?.kind !== 'twice') return read?.at.toISOString() ?? given;
  if (which === 'earlier') return read.at.toISOString();
  return which === 'later' ? read.later.toISOString() : 'hour-twice';
}
