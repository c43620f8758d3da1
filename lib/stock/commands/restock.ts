import type { Ctx } from '@/lib/core/context';

import { moveStock } from '../move-stock';
import { lockVariants } from '../sql';
import { openPlace } from './open-place';

export type ComeBack = { variantId: string; units: number; damaged: boolean; key: string };

/**
 * Takes goods that came back from a buyer into stock at a place, open or damaged, once for each key. What was sent before its variant was counted is
 * not in the ledger as sent, and moves nothing; it comes in by a count.
 */
export async function restock(
  ctx: Ctx,
  { orderId, locationId, goods }: { orderId: string; locationId: string; goods: readonly ComeBack[] },
): Promise<void> {
  await openPlace(ctx, locationId);
  await lockVariants(
    ctx.db,
    goods.map(({ variantId }) => variantId),
  );
  for (const { variantId, units, damaged, key } of goods) {
    const sent = await ctx.db.stockAccount.aggregate({ where: { variantId, kind: 'CUSTOMER' }, _sum: { units: true } });
    if (units === 0 || (sent._sum.units ?? 0) < units) continue;
    await moveStock(ctx, [
      {
        ...{ variantId, units, orderId, key, cause: 'RESTOCKED' },
        ...{ from: { kind: 'CUSTOMER' }, to: { kind: damaged ? 'DAMAGED' : 'OPEN', place: locationId } },
      },
    ]);
  }
}
