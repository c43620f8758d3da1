import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { readableCode, uuid7 } from '@/lib/core/ids';
import { spend } from '@/lib/core/limits';

import { wishesAt, type Promised } from '../choices/eligible';
import { limits } from '../limits';
import { countReturned } from '../queries';
import type { ReturnWish } from '../schema';

/** An order that the caller holds, as far as its goods may come back. */
export type AskedOf = Promised & { id: string; memberId: string; lines: readonly { id: string; delivered: number }[] };
export type Asking = { wish: ReturnWish; note: string; pieces: ReadonlyMap<string, number> };

/**
 * Asks to send goods of an order back. A withdrawal needs nobody's leave and is approved at once; a fault and what is missing wait for staff. Refuses with
 * `return-late` where the time for it is over or has not begun, `return-empty`, `return-over` (left) and `return-why` either of these without words.
 */
export async function askReturn(ctx: Ctx, order: AskedOf, { wish, note, pieces }: Asking): Promise<{ id: string }> {
  await spend(ctx.db, limits.ask, order.id, ctx.now);
  if (!wishesAt(order, ctx.now).includes(wish))
    throw new Refused('return-late', 'not within its time', { field: 'wish' });
  if (wish !== 'WITHDRAWAL' && note === '') throw new Refused('return-why', 'a fault needs words', { field: 'note' });
  const lines = await fill(ctx, order, { wish, pieces });
  const id = uuid7(ctx.now);
  const state = wish === 'WITHDRAWAL' ? 'APPROVED' : 'ASKED';
  const { id: orderId } = order;
  await ctx.db.return.create({
    data: {
      ...{ id, number: readableCode(8), orderId, memberId: order.memberId, wish, state, note },
      ...{ createdAt: ctx.now, changedAt: ctx.now },
      lines: { create: lines },
      steps: { create: { state, byId: memberId(ctx.actor), at: ctx.now } },
    },
  });
  await ctx.emit('return.asked', { returnId: id });
  return { id };
}

async function fill(ctx: Ctx, { id, lines }: AskedOf, { wish, pieces }: Pick<Asking, 'wish' | 'pieces'>) {
  const gone = await countReturned(ctx, { orderId: id, missing: wish === 'MISSING' });
  const filled = [...pieces].flatMap(([lineId, announced]) => {
    const left = Math.max(0, (lines.find((line) => line.id === lineId)?.delivered ?? 0) - (gone.get(lineId) ?? 0));
    if (announced > left)
      throw new Refused('return-over', 'more than there is', { field: `units.${lineId}`, values: { left } });
    return announced > 0 ? [{ lineId, announced }] : [];
  });
  if (filled.length === 0) throw new Refused('return-empty', 'nothing is named');
  return filled;
}
