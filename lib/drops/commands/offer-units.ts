import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { after, day, minute, second } from '@/lib/core/time';

import type { WavePlan } from '../schema';
import { moveUnits } from '../sql';

const mostAhead = 3 * 365 * day;

/** Refuses a moment that is further away than any plan. */
export function checkAhead({ now }: Pick<Ctx, 'now'>, at: Date, field: string): void {
  if (at > after(now, mostAhead)) throw new Refused('too-far-ahead', 'It is too far away', { field });
}

/** Refuses a wave that would open in the past or in another decade, or close before its units are given. */
export function checkTimes(ctx: Ctx, { opensAt, closesAt }: WavePlan, fairSeconds: number): void {
  if (opensAt <= ctx.now) throw new Refused('opens-in-past', 'It would open in the past', { field: 'opensAt' });
  checkAhead(ctx, opensAt, 'opensAt');
  checkAhead(ctx, closesAt, 'closesAt');
  const length = closesAt.getTime() - opensAt.getTime();
  if (length < minute) throw new Refused('closes-too-soon', 'It would close before it opens', { field: 'closesAt' });
  if (length < minute + fairSeconds * second)
    throw new Refused('closes-before-given', 'It would close before its units are given', { field: 'closesAt' });
}

/** Refuses a wave that would open while the one before is open, or be open when the next one opens. */
export function checkNeighbours(
  { opensAt, closesAt }: { opensAt?: Date; closesAt: Date },
  { before, next }: { before?: Date | null; next?: Date | null },
): void {
  if (before && opensAt && opensAt < before)
    throw new Refused('wave-before-open', 'The wave before is still open then', { field: 'opensAt' });
  if (next && closesAt > next) throw new Refused('waves-overlap', 'The next wave opens before', { field: 'closesAt' });
}

/** Refuses units of other products, of retired variants, of none, or in two currencies. */
export async function checkUnits(ctx: Ctx, productId: string, plan: WavePlan): Promise<void> {
  // Locked until the units are written: whoever retires a variant waits for them, or was first and is seen here.
  const variants = await ctx.db.$queryRaw<{ id: string; currency: string }[]>`
    SELECT v."id", v."currency" FROM catalog.variant v
    WHERE v."productId" = ${productId}::uuid AND v."retiredAt" IS NULL ORDER BY v."id" FOR KEY SHARE`;
  const wanted = new Set(offersOf(plan).map(({ variantId }) => variantId));
  const offered = variants.filter(({ id }) => wanted.has(id));
  if (offered.length === 0 || offered.length < wanted.size)
    throw new Refused('no-units', 'No units are offered', { field: 'units' });
  const currencies = new Set(offered.map(({ currency }) => currency));
  if (currencies.size > 1)
    throw new Refused('two-currencies', 'The variants have different currencies', { field: 'units' });
}

/** Puts a wave's units on offer, each variant and channel with a ledger of its own. */
export async function offerUnits(ctx: Ctx, waveId: string, plan: WavePlan): Promise<void> {
  await putOnOffer(ctx, waveId, offersOf(plan));
}

/** Puts these units on offer in a wave that has none of their variant and channel. */
export async function putOnOffer(ctx: Ctx, waveId: string, offers: ReturnType<typeof offersOf>): Promise<void> {
  const allotments = await ctx.db.allotment.createManyAndReturn({
    data: offers.map((each) => ({ ...each, waveId, remaining: 0 })),
    select: { id: true, units: true },
  });
  for (const { id, units } of allotments)
    await moveUnits(ctx.db, { allotmentId: id, kind: 'OFFERED', delta: units, claimIds: [null], at: ctx.now });
}

/** What a wave offers, by variant and channel. */
export function offersOf({ units, setAside = [] }: WavePlan) {
  const open = Object.entries(units).map(([variantId, count]) => ({
    variantId,
    channel: 'PUBLIC' as const,
    units: count,
  }));
  return [...open, ...setAside].filter((each) => each.units > 0);
}
