import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { productHandle } from '@/lib/catalog/published';

import { canRunDrops } from '../policy';
import { notifyDropChange } from '../sql';

/** Makes a planned drop public: its page, times and units can be seen, and it will open by itself. */
export async function announceDrop(ctx: Ctx, { dropId }: { dropId: string }): Promise<void> {
  allow(canRunDrops(ctx.actor));
  const drop = found(
    await ctx.db.drop.findUnique({
      where: { id: dropId },
      select: {
        slug: true,
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
  await ctx.db.drop.update({ where: { id: dropId }, data: { announcedAt: ctx.now } });
  await audit(ctx, { act: 'drop.announce', subject: ['drop', dropId] });
  await ctx.record('drop.announced', { dropId });
  await notifyDropChange(ctx.db, dropId);
  ctx.touch('drops', `drop:${drop.slug}`, `product:${drop.product.handle}`, 'home');
}
