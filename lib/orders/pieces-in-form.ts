import type { z } from 'zod';

import { whole } from '@/lib/core/whole-number';

import type { Pieces } from './choices/parcels';

const name = /^units\.([0-9a-f-]{36})$/;
const most = 100;
const count = whole(0, 1_000_000);

/** The pieces of a form in which each line of an order has a field `units.<line>`; nothing where it has none. */
export function piecesIn(form: Record<string, unknown>, ctx: z.RefinementCtx): Pieces[] | undefined {
  const fields = Object.entries(form).flatMap(([field, typed]) => {
    const lineId = name.exec(field)?.[1];
    return lineId === undefined ? [] : [{ field, lineId, typed }];
  });
  if (fields.length === 0) return undefined;
  return fields.slice(0, most).flatMap(({ field, lineId, typed }) => {
    const read = count.safeParse(typed === '' ? 0 : typed);
    if (read.success) return [{ lineId, units: read.data }];
    for (const { message } of read.error.issues)
      ctx.addIssue({ code: 'custom', message, path: [field], params: { least: 0, most: 1_000_000 } });
    return [];
  });
}
