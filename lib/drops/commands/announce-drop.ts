import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';
import { pricesOf, productHandle } from '@/lib/catalog/published';

import { canRunDrops } from '../policy';
import { notifyDropChange } from '../sql';
import { planChanged } from './plan-changed';

/**
 * Makes a planned drop public: its page, times and units can be seen, and it will open by itself. Refuses who saw another version
 * of the plan.
 */
export async function announceDrop(ctx: Ctx, { dropId, shown }: { dropId: string; shown?: number }): Promise<void> {
  allow(canRunDrops(ctx.actor));
  // From here on the prices of the product stay; who is changing one is waited for.
  const planned = found(await ctx.db.drop.findUnique({ where: { id: dropId }, select: { productId: true } }), 'drop');
  await takeTurns(ctx.db, pricesOf(planned.productId));
  const drop = found(
    await ctx.db.drop.findUnique({
      where: { id: dropId },
      select: {
        slug: true,
        version: true,
        announcedAt: true,
        cancelledAt: true,
        product: { select: productHandle },
        waves: { orderBy: { number: 'asc' }, take: 1 },
      },
    }),
    'drop',
  );
  if (drop.announcedAt || drop.cancelledAt) return;
  if (drop.waves[0] && drop.waves[0].opensAt <= ctx.now) throw new Refused('opens-in-past', 'Its opening has passed');
  if (shown !== undefined && shown !== drop.version) throw planChanged('plan-changed-announce');
  // Who edits, deletes or announces the plan at this moment is waited for.
  const { count } = await ctx.db.drop.updateMany({
    where: { id: dropId, version: drop.version, announcedAt: null, cancelledAt: null },
    data: { announcedAt: ctx.now },
  });
  if (count === 0) {
    const now = found(await ctx.db.drop.findUnique({ where: { id: dropId }, select: { announcedAt: true } }), 'drop');
    if (now.announcedAt) return;
    throw planChanged('plan-changed-announce');
  }
  await audit(ctx, { act: 'drop.announce', subject: ['drop', dropId] });
  await ctx.record('drop.announced', { dropId });
  await notifyDropChange(ctx.db, dropId);
  ctx.touch('drops', `drop:${drop.slug}`, `product:${drop.product.handle}`, 'home');
}
