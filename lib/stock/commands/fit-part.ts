import type { Ctx } from '@/lib/core/context';

import { moveStock } from '../move-stock';
import { lockVariants } from '../sql';
import { openPlace } from './open-place';

export type FitPart = { variantId: string; locationId: string; units: number; key: string; note: string };

/** Takes units out of stock at a place that were fitted in a repair, once for each key. Refuses with `out-of-stock`. */
export async function fitPart(ctx: Ctx, { variantId, locationId, units, key, note }: FitPart): Promise<void> {
  await openPlace(ctx, locationId);
  await lockVariants(ctx.db, [variantId]);
  const from = { kind: 'OPEN', place: locationId } as const;
  await moveStock(ctx, [{ variantId, units, key, note, cause: 'FITTED', from, to: { kind: 'CUSTOMER' } }]);
}
