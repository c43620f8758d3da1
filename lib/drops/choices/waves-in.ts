/** The units and the further waves of a plan's form; safe in the browser. */
import { z } from 'zod';

import { moment } from '@/lib/core/form-moments';
import type { Channel } from '@/lib/core/prisma-client/enums';
import { whole } from '@/lib/core/whole-number';

/** Units of a variant that are set aside for a channel. */
export type SetAside = { variantId: string; channel: Channel; units: number };

/** When a wave opens and closes, and what it offers: public units by variant, and those set aside. */
export type WavePlan = { opensAt: Date; closesAt: Date; units: Record<string, number>; setAside?: SetAside[] };

/** A wave after the first, with the number by which its form names it. */
export type FurtherWave = WavePlan & { number: number };

const units = whole(0, 1_000_000);

const unitsName = /^units\.([0-9a-f-]{36})(?:\.(RESERVED|FCODE|BETA|STAFF))?$/i;

/** The most waves that one form plans. */
export const mostWaves = 20;

/** The further waves of a form in the order of their numbers, which may have gaps: in the browser any of them can be taken out. */
export function furtherIn(form: Record<string, unknown>, ctx: z.RefinementCtx): FurtherWave[] {
  const waves = new Map<number, Record<string, unknown>>();
  for (const [name, value] of Object.entries(form)) {
    const [, number, field] = /^waves\.(\d{1,2})\.(.+)$/.exec(name) ?? [];
    if (field) waves.set(Number(number), { ...waves.get(Number(number)), [field]: value });
  }
  if (waves.size >= mostWaves)
    ctx.addIssue({ code: 'custom', message: 'code:too-many-waves', path: ['waves'], params: { most: mostWaves } });
  return [...waves]
    .toSorted(([a], [b]) => a - b)
    .slice(0, mostWaves - 1)
    .map(([number, fields]) => {
      const at = `waves.${number}.`;
      const [opensAt, closesAt] = (['opensAt', 'closesAt'] as const).map((name) => {
        const read = moment.safeParse(fields[name]);
        if (read.success) return read.data;
        ctx.addIssue({ code: 'custom', message: read.error.issues[0]!.message, path: [`${at}${name}`] });
        return new Date(0);
      });
      return { number, opensAt: opensAt!, closesAt: closesAt!, ...unitsIn(fields, ctx, at) };
    });
}

/**
 * The form's units by variant, and those set aside for a channel. What is empty offers nothing; what is no count is refused at its field,
 * whose name begins with `at` where it is that of a further wave.
 */
export function unitsIn(
  form: Record<string, unknown>,
  ctx: z.RefinementCtx,
  at = '',
): { units: Record<string, number>; setAside: SetAside[] } {
  const offered = Object.entries(form).flatMap(([name, value]) => {
    const [, variantId, channel] = unitsName.exec(name) ?? [];
    if (!variantId || value === '' || value === undefined) return [];
    const count = units.safeParse(value);
    if (!count.success)
      ctx.addIssue({
        code: 'custom',
        message: 'code:whole-number',
        path: [`${at}${name}`],
        params: { least: 0, most: 1_000_000 },
      });
    return count.success && count.data > 0
      ? [{ variantId, channel: channel as Channel | undefined, units: count.data }]
      : [];
  });
  return {
    units: Object.fromEntries(offered.filter(({ channel }) => !channel).map((each) => [each.variantId, each.units])),
    setAside: offered.flatMap(({ channel, ...each }) => (channel ? [{ ...each, channel }] : [])),
  };
}
