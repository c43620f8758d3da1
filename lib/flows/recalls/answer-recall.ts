import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options, type Reading } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { guestKeys } from '@/lib/orders/guest-key';
import { listGuestOrders } from '@/lib/orders/guest-orders';
import { answerRecall } from '@/lib/recalls/commands';
import { recallKeys } from '@/lib/recalls/link-key';
import { getByLink } from '@/lib/recalls/queries/own';
import type { AnswerRecall } from '@/lib/recalls/schema';

/** An owner answers by the link that they were sent, for one of the devices that it opens. Refuses with not-found what it does not open, and what `answerRecall` refuses. */
export function answerByLink(actor: Actor, { key, ...input }: AnswerRecall, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => answerRecall(ctx, { ...input, linkId: found(recallKeys.read(key), 'recall') }),
    options,
  );
}

/** What a link opens, with by which order each device came where one did, as its buyer asks for it: a guest by the key of their order. */
export async function readAnswer(read: Reading, { key }: { key: string }) {
  const linked = await getByLink(read, { key });
  if (!linked) return null;
  const guests = await listGuestOrders(read, { orderIds: linked.units.flatMap(({ orderId }) => orderId ?? []) });
  return {
    recall: linked.recall,
    units: linked.units.map(({ orderId, order, ownerId: _, ...unit }) => ({
      ...unit,
      askedOrder:
        orderId && order ? (guests.has(orderId) ? { key: guestKeys.make(orderId) } : { number: order.number }) : null,
    })),
  };
}

export type AnswerPage = NonNullable<Awaited<ReturnType<typeof readAnswer>>>;
