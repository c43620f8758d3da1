import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { getSentLines } from '@/lib/orders/sent-lines';
import { shipFromDrop, shipSold } from '@/lib/stock/commands';

/** Takes what was sent out of stock: of a drop out of what was set aside for it, of the shop out of what its order bought. */
export async function takeSent(ctx: Ctx, { payload: { orderId } }: RecordedEvent<'order.shipped'>): Promise<void> {
  const sent = await getSentLines(ctx, { orderId });
  if (!sent) return;
  if (sent.dropId) await shipFromDrop(ctx, { dropId: sent.dropId, orderId, lines: sent.lines });
  else await shipSold(ctx, { orderId });
}
