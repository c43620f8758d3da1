import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import type { Channel } from '@/lib/core/prisma-client/enums';

import { countUsable } from '../f-codes/pool';
import type { WavePlan } from '../schema';
import { offersOf, putOnOffer } from './offer-units';

type Standing = { id: string; variantId: string; channel: Channel; units: number };

/**
 * Makes the units of a planned wave those of a plan; answers whether any changed. What changes gets a new allotment with a ledger of its
 * own, which begins with what is announced; the rows of the old ledger stay. The caller holds the stock and the plan.
 */
export async function rewriteUnits(
  ctx: Ctx,
  { dropId, waveId, standing, plan }: { dropId: string; waveId: string; standing: Standing[]; plan: WavePlan },
): Promise<boolean> {
  const key = ({ variantId, channel, units }: Omit<Standing, 'id'>) => `${variantId} ${channel} ${units}`;
  const wanted = offersOf(plan);
  const gone = standing.filter((each) => !wanted.some((one) => key(one) === key(each)));
  const come = wanted.filter((each) => !standing.some((one) => key(one) === key(each)));
  await ctx.db.allotment.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  await putOnOffer(ctx, waveId, come);
  if (gone.some(({ channel }) => channel === 'FCODE')) await keepForCodes(ctx, dropId);
  return gone.length + come.length > 0;
}

/** Refuses with f-codes-need-units where fewer units are left for codes than codes are out. */
export async function keepForCodes(ctx: Ctx, dropId: string): Promise<void> {
  const stock = await ctx.db.allotment.aggregate({
    where: { wave: { dropId }, channel: 'FCODE' },
    _sum: { remaining: true },
  });
  const out = await countUsable(ctx, dropId);
  if ((stock._sum.remaining ?? 0) < out)
    throw new Refused('f-codes-need-units', 'Fewer units than codes that are out', { values: { count: out } });
}
