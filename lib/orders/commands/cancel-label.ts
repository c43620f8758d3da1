import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canShip } from '../policy';
import { lockOrder } from '../sql';

/**
 * Begins to give a label back that is on no parcel: from now on none can be sent with it, and the carrier is told. Answers which carrier; again, where that
 * was begun before. Refuses with `label-gone` one that was used or given back.
 */
export async function beginCancelLabel(
  ctx: Ctx,
  { number, labelId }: { number: string; labelId: string },
): Promise<{ carrier: string }> {
  allow(canShip(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const label = await ctx.db.label.findFirst({
    where: { id: labelId, orderId, state: { in: ['ASKED', 'BOUGHT', 'CANCELLING'] } },
    select: { state: true, carrier: true, tracking: true },
  });
  if (!label) throw new Refused('label-gone', 'it was used or given back');
  const { state, carrier, tracking } = label;
  if (state === 'CANCELLING') return { carrier };
  await ctx.db.label.update({ where: { id: labelId }, data: { state: 'CANCELLING' } });
  await audit(ctx, { act: 'order.cancelLabel', subject: ['order', orderId], detail: { carrier, tracking } });
  return { carrier };
}

/** Writes down that the carrier has taken a label back; the order may have another. */
export async function endCancelLabel(ctx: Ctx, { labelId }: { labelId: string }): Promise<void> {
  await ctx.db.label.updateMany({
    where: { id: labelId, state: 'CANCELLING' },
    data: { state: 'CANCELLED', endedAt: ctx.now },
  });
}
