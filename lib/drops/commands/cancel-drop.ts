import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import { productHandle } from '@/lib/catalog/published';

import { canRunDrops } from '../policy';
import { lockStock, moveUnits, notifyDropChange } from '../sql';
import { closeWaitlist } from './join-waitlist';

/** Calls a drop off for good and frees every unit that is only held; paid orders are refunded by what reacts to it. */
export async function cancelDrop(ctx: Ctx, { dropId, reason }: { dropId: string; reason: string }): Promise<void> {
  allow(canRunDrops(ctx.actor));
  await lockStock(ctx.db, dropId);
  const drop = found(
    await ctx.db.drop.findUnique({
      where: { id: dropId },
      select: { slug: true, cancelledAt: true, product: { select: productHandle } },
    }),
    'drop',
  );
  if (drop.cancelledAt) return;
  await ctx.db.drop.update({ where: { id: dropId }, data: { cancelledAt: ctx.now, cancelReason: reason } });
  const freed = await freeHolds(ctx, dropId);
  await closeWaitlist(ctx, { dropId });
  await audit(ctx, { act: 'drop.cancel', subject: ['drop', dropId], reason, detail: { freed: freed.length } });
  for (const claimId of freed) await ctx.record('claim.released', { claimId, dropId, cause: 'CANCELLED' });
  await ctx.emit('drop.cancelled', { dropId });
  await notifyDropChange(ctx.db, dropId);
  ctx.touch('drops', `drop:${drop.slug}`, `product:${drop.product.handle}`, 'home');
}

async function freeHolds(ctx: Ctx, dropId: string): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ allotmentId: string; claimIds: string[] }[]>`
    WITH freed AS (
      UPDATE "Claim" SET "state" = 'RELEASED', "endedAt" = ${ctx.now}::timestamptz, "endedWhy" = 'CANCELLED'
      WHERE "dropId" = ${dropId}::uuid AND "state" = 'HELD' RETURNING "id", "allotmentId"
    )
    SELECT "allotmentId", array_agg("id" ORDER BY "id") AS "claimIds" FROM freed GROUP BY "allotmentId"`;
  for (const { allotmentId, claimIds } of rows)
    await moveUnits(ctx.db, { allotmentId, kind: 'RELEASED', delta: 1, claimIds, at: ctx.now });
  return rows.flatMap(({ claimIds }) => claimIds);
}
