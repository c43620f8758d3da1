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

/**
 * Takes goods that came into stock by `restock` out of the house again, by the keys of those movements: they go back to their buyer, once. Refuses as
 * `moveStock` does where they were sold or went elsewhere meanwhile.
 */
export async function sendBackStock(
  ctx: Ctx,
  { orderId, keys }: { orderId: string; keys: readonly string[] },
): Promise<void> {
  const came = await ctx.db.stockMove.findMany({
    where: { key: { in: [...keys] }, cause: 'RESTOCKED' },
    select: { key: true, variantId: true, units: true, to: { select: { kind: true, locationId: true } } },
  });
  await moveStock(
    ctx,
    came.map(({ key, variantId, units, to: { kind, locationId } }) => ({
      ...{ variantId, units, orderId, key: `${key}:back`, cause: 'SHIPPED' as const },
      ...{ from: { kind, place: locationId! }, to: { kind: 'CUSTOMER' as const } },
    })),
  );
}
