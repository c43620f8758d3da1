import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { getParcelLines } from '@/lib/orders/sent-lines';
import { shipFromDrop, shipSold } from '@/lib/stock/commands';

/** Takes what was sent out of stock: of a drop out of what was set aside for it, of the shop out of what its order bought. */
export async function takeSent(ctx: Ctx, { payload }: RecordedEvent<'order.shipped'>): Promise<void> {
  const { dropId, lines } = await getParcelLines(ctx, payload);
  if (dropId) await shipFromDrop(ctx, { dropId, ...payload, lines });
  else await shipSold(ctx, { ...payload, lines });
}
