import type { Reading } from '@/lib/core/context';
import { getReturnable } from '@/lib/orders/returnable';
import { returnableUntil, wishesAt } from '@/lib/returns/choices/eligible';
import { countReturned, listOfOrder } from '@/lib/returns/queries';

/** What may come back of an order that its reader may see, what does already, and until when for which reason. */
export async function readReturns(read: Reading, { orderId }: { orderId: string }) {
  const order = await getReturnable(read, { orderId });
  const gone = await countReturned(read, { orderId });
  const lines = order.lines
    .map((line) => ({ ...line, left: line.delivered - (gone.get(line.id) ?? 0) }))
    .filter(({ left }) => left > 0);
  return {
    rows: await listOfOrder(read, { orderId }),
    lines,
    until: returnableUntil(order, read.now),
    wishes: lines.length > 0 ? wishesAt(order, read.now) : [],
    currency: order.currency,
  };
}

export type ReturnsOfOrder = Awaited<ReturnType<typeof readReturns>>;
