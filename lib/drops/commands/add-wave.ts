import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { productHandle } from '@/lib/catalog/published';

import { makeSeed } from '../draw/seed';
import { canRunDrops } from '../policy';
import type { WavePlan } from '../schema';
import { lockDrop, lockStock, notifyDropChange } from '../sql';
import { checkNeighbours, checkTimes, checkUnits, offersOf, offerUnits } from './offer-units';
import { countPlanUp } from './plan-changed';

/** Plans a further wave of a drop, after those before it; in an announced drop it is public at once. */
export async function addWave(
  ctx: Ctx,
  { dropId, ...plan }: WavePlan & { dropId: string },
): Promise<{ waveId: string; number: number }> {
  allow(canRunDrops(ctx.actor));
  await lockStock(ctx.db, dropId);
  // Whoever announces the plan at this moment is waited for: to an announced drop a wave is added in public.
  await lockDrop(ctx.db, dropId);
  const drop = await dropToExtend(ctx, dropId);
  const [last] = drop.waves;
  checkTimes(ctx, plan, drop.fairSeconds);
  checkNeighbours(plan, { before: last?.closesAt });
  await checkUnits(ctx, drop.productId, plan);
  const number = (last?.number ?? 0) + 1;
  const wave = await ctx.db.wave.create({
    data: { dropId, number, opensAt: plan.opensAt, closesAt: plan.closesAt, ...makeSeed(drop) },
    select: { id: true },
  });
  await offerUnits(ctx, wave.id, plan);
  const version = await countPlanUp(ctx, dropId, drop);
  const detail = { number, offers: offersOf(plan), version };
  await audit(ctx, { act: 'drop.addWave', subject: ['drop', dropId], detail });
  await notifyDropChange(ctx.db, dropId);
  if (drop.announcedAt) await ctx.emit('wave.added', { waveId: wave.id, dropId });
  if (drop.announcedAt) ctx.touch('drops', `drop:${drop.slug}`, `product:${drop.product.handle}`, 'home');
  return { waveId: wave.id, number };
}

async function dropToExtend(ctx: Ctx, id: string) {
  const drop = found(
    await ctx.db.drop.findUnique({
      where: { id },
      select: {
        slug: true,
        productId: true,
        announcedAt: true,
        cancelledAt: true,
        mode: true,
        fairSeconds: true,
        product: { select: productHandle },
        waves: { orderBy: { number: 'desc' }, take: 1, select: { number: true, closesAt: true } },
      },
    }),
    'drop',
  );
  if (drop.cancelledAt) throw new Refused('drop-cancelled', 'The drop was cancelled');
  return drop;
}
