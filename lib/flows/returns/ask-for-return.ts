import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { requireOwn } from '@/lib/orders/queries';
import { getReturnable } from '@/lib/orders/returnable';
import { lockOrder } from '@/lib/orders/sql';
import { askReturn, cancelReturn, noteSent } from '@/lib/returns/commands';
import type { AskReturn, OwnReturn, SentReturn } from '@/lib/returns/schema';

/** Asks to send goods of an order back, for its buyer. Refuses what `askReturn` refuses, and with not-found what is not theirs. */
export function askForReturn(actor: Actor, input: AskReturn, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { id, number } = await requireOwn(ctx, askedIn(input));
      // Of two requests at once the second sees what the first has asked for.
      await lockOrder(ctx.db, number);
      await askReturn(ctx, await getReturnable(ctx, { orderId: id }), input);
    },
    options,
  );
}

/** Takes a request back, for the buyer of its order. */
export function cancelOwnReturn(actor: Actor, input: OwnReturn, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { id: orderId } = await requireOwn(ctx, askedIn(input));
      await cancelReturn(ctx, { returnId: input.returnId, orderId });
    },
    options,
  );
}

/** Notes that goods are on their way back, for the buyer of their order. */
export function sendOwnReturn(actor: Actor, input: SentReturn, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { id: orderId } = await requireOwn(ctx, askedIn(input));
      const { returnId, carrier, tracking } = input;
      await noteSent(ctx, { returnId, orderId, carrier, tracking });
    },
    options,
  );
}

function askedIn({ number, key }: { number?: string; key?: string }): AskedOrder {
  if (key !== undefined) return { key };
  if (number === undefined) throw notFound('order');
  return { number };
}
