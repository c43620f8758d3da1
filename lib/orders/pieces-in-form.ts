import type { z } from 'zod';

import { fieldsById } from '@/lib/core/fields-by-id';
import { orNothing } from '@/lib/core/pieces';
import { whole } from '@/lib/core/whole-number';

import type { Pieces } from './choices/parcels';

const most = 100;
const count = orNothing(whole(0, 1_000_000).default(0));

/** The pieces of a form in which each line of an order has a field `units.<line>`; nothing where it has none. */
export function piecesIn(form: Record<string, unknown>, ctx: z.RefinementCtx): Pieces[] | undefined {
  const lines = [...fieldsById(form, ctx, 'units', count)];
  return lines.length === 0 ? undefined : lines.slice(0, most).map(([lineId, units]) => ({ lineId, units }));
}
