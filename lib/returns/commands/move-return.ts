import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { orderForReturn } from '@/lib/orders/published';

import { canBecome, fitsWish } from '../policy';
import type { ReturnState } from '../schema';
import { lockReturn } from '../sql';

const shown = {
  ...{ id: true, number: true, orderId: true, memberId: true, wish: true, state: true },
  order: { select: orderForReturn },
  steps: { where: { state: 'COUNTED' }, orderBy: { at: 'desc' }, take: 1, select: { at: true } },
  lines: { orderBy: { id: 'asc' }, select: { id: true, lineId: true, announced: true, counted: true } },
} as const satisfies Prisma.ReturnSelect;

/** A return, held until the commit, which may become what it is to become. Refuses with `return-moved` (state) one that is elsewhere by now. */
export async function holdReturn(ctx: Ctx, returnId: string, to: ReturnState) {
  found(await lockReturn(ctx.db, returnId), 'return');
  const held = await ctx.db.return.findUniqueOrThrow({ where: { id: returnId }, select: shown });
  if (!canBecome(held.state, to) || !fitsWish(held.wish, held.state, to))
    throw new Refused('return-moved', 'elsewhere by now', { values: { state: held.state } });
  return held;
}
export type HeldReturn = Awaited<ReturnType<typeof holdReturn>>;

/** Writes what a held return became, and who did it; what is corrected only is no step more. */
export async function moveReturn(
  ctx: Ctx,
  { id, state: before }: HeldReturn,
  { state, ...more }: { state: ReturnState } & Prisma.ReturnUncheckedUpdateInput,
): Promise<void> {
  await ctx.db.return.update({ where: { id }, data: { ...more, state, changedAt: ctx.now } });
  if (state === before) return;
  await ctx.db.returnStep.create({ data: { returnId: id, state, byId: memberId(ctx.actor), at: ctx.now } });
}
