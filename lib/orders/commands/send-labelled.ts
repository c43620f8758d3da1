import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canShip } from '../policy';
import { lockOrder } from '../sql';
import { markShipped, type MarkShipped, type Parcel } from './send-order';

/**
 * Sends what is left of an order, or some pieces of it, with the label that it waits with. Refuses with `label-gone` where there is none with a number, and what `markShipped`
 * refuses.
 */
export async function sendLabelled(
  ctx: Ctx,
  { number, pieces }: Pick<MarkShipped, 'number' | 'pieces'>,
): Promise<Parcel> {
  allow(canShip(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const label = await ctx.db.label.findFirst({
    where: { orderId, state: 'BOUGHT', tracking: { not: '' } },
    select: { id: true, tracking: true, printed: true },
  });
  if (!label) throw new Refused('label-gone', 'it waits with no label');
  const { id: labelId, tracking, printed } = label;
  return markShipped(ctx, { number, carrier: printed, tracking, labelId, pieces });
}
