import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { after, minute } from '@/lib/core/time';

import { labelAddress } from '../label-address';
import { shipAddress } from '../ship-address';

type Used = { orderId: string; shipmentId: string; tracking: string; labelId?: string };

/**
 * Uses up the label that is on a parcel which is being sent: the one that is named, the one that bears the parcel's number, or an address label, which has
 * none. The caller holds the order. Refuses with `label-gone` one that is named and not there, and with `label-stale` one whose address was corrected since.
 */
export async function useLabel(ctx: Ctx, { orderId, shipmentId, tracking, labelId }: Used): Promise<void> {
  const label = await ctx.db.label.findFirst({
    where: { orderId, state: 'BOUGHT', ...(labelId && { id: labelId }) },
    select: { id: true, tracking: true, address: true },
  });
  if (!label) {
    if (labelId) throw new Refused('label-gone', 'there is no such label');
    return;
  }
  if (!labelId && label.tracking !== '' && label.tracking !== tracking) return;
  const order = await ctx.db.order.findUniqueOrThrow({ where: { id: orderId }, select: shipAddress });
  if (label.address !== labelAddress(order)) throw new Refused('label-stale', 'it leads to another address');
  // One without a number is followed by nobody.
  const followAt = label.tracking === '' ? null : after(ctx.now, minute);
  await ctx.db.label.update({
    where: { id: label.id },
    data: { state: 'USED', shipmentId, endedAt: ctx.now, followAt },
  });
}
