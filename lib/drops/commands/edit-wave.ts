import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { canRunDrops } from '../policy';
import type { PlanPart } from '../queries/plan-changes';
import type { EditWave } from '../schema';
import { lockStock } from '../sql';
import { checkNeighbours, checkTimes, checkUnits, offersOf } from './offer-units';
import { planRefusal } from './plan-changed';
import { rewriteUnits } from './rewrite-units';

/**
 * Changes the times and the units of a further wave of a plan that was not announced, between the waves beside it. Refuses who saw an older
 * version of the plan, and says who saved what meanwhile.
 */
export async function editWave(ctx: Ctx, { dropId, number, shown, ...plan }: EditWave): Promise<{ version: number }> {
  allow(canRunDrops(ctx.actor));
  // The stock first, as for whoever adds to the plan.
  await lockStock(ctx.db, dropId);
  const [drop] = await ctx.db.drop.updateManyAndReturn({
    where: { id: dropId, version: shown, announcedAt: null, cancelledAt: null },
    data: { version: { increment: 1 } },
    select: { productId: true, fairSeconds: true },
  });
  if (!drop) throw await planRefusal(ctx, { dropId, shown });
  const waves = await ctx.db.wave.findMany({
    where: { dropId, number: { gte: number - 1, lte: number + 1 } },
    select: { id: true, number: true, opensAt: true, closesAt: true, allotments: { select: standing } },
  });
  const [before, wave, next] = [number - 1, number, number + 1].map((at) => waves.find((each) => each.number === at));
  const { id, opensAt, closesAt, allotments } = found(before && wave, 'wave');
  checkTimes(ctx, plan, drop.fairSeconds);
  checkNeighbours(plan, { before: before?.closesAt, next: next?.opensAt });
  await checkUnits(ctx, drop.productId, plan);
  await ctx.db.wave.update({ where: { id }, data: { opensAt: plan.opensAt, closesAt: plan.closesAt } });
  const moved = Number(opensAt) !== Number(plan.opensAt) || Number(closesAt) !== Number(plan.closesAt);
  const rewritten = await rewriteUnits(ctx, { dropId, waveId: id, standing: allotments, plan });
  const parts: PlanPart[] = [...(moved ? (['times'] as const) : []), ...(rewritten ? (['units'] as const) : [])];
  const detail = { wave: number, version: shown + 1, parts, offers: offersOf(plan) };
  await audit(ctx, { act: 'drop.editWave', subject: ['drop', dropId], detail });
  return { version: shown + 1 };
}

const standing = { id: true, variantId: true, channel: true, units: true } as const;
