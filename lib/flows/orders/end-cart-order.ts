import { system, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, type Ctx, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { found, notFound, Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { lockCart, putBack } from '@/lib/cart/commands';
import {
  getCartOwner,
  getOrderCode,
  listBought,
  listEndedOrders,
  listPaymentsToClose,
  lockCartOrder,
} from '@/lib/orders/cart-orders';
import { cancelUnpaid } from '@/lib/orders/commands';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { requireOwn } from '@/lib/orders/queries';
import { freeDiscounts } from '@/lib/discounts/commands';
import { releaseHeld } from '@/lib/stock/commands';

import { closePayment } from './ask-gateway';
import { returnCreditOf } from './credit-of-order';

type Why = 'unpaid' | 'withdrawn';

/** Takes back an unpaid order of the shop for its buyer: its payment page is closed, its stock is open again, and what it was to buy is in their cart. */
export async function withdrawOrder(actor: Actor, asked: AskedOrder, options: Options = {}): Promise<void> {
  const { id, claimId } = await requireOwn({ db, actor }, asked);
  if (claimId !== null) throw notFound();
  if (!(await endUnpaid(id, 'withdrawn', options)))
    throw new Refused('order-moved-on', 'Money has come for it, or may still come');
}

/** Ends the unpaid orders of the shop whose time is over. Safe in several processes and to be killed anywhere. */
export async function endUnpaidOrders(now: Date): Promise<number> {
  let ended = 0;
  for (const id of await listEndedOrders(reading(system, now), { limit: 200 })) {
    const done = await endUnpaid(id, 'unpaid', { now }).catch(
      (error: unknown) => void log.error({ err: error, orderId: id }, 'unpaid order not ended'),
    );
    if (done) ended += 1;
  }
  return ended;
}

// First the gateway closes the payment page, and only when it says so the stock is given back.
async function endUnpaid(orderId: string, why: Why, options: Options): Promise<boolean> {
  for (const id of await listPaymentsToClose({ db }, { orderId })) await closePayment(id, options);
  return inTransaction(system, (ctx) => giveBack(ctx, orderId, why), options);
}

async function giveBack(ctx: Ctx, orderId: string, why: Why): Promise<boolean> {
  // The cart first, as whoever orders it does: so that the two never wait for each other crosswise.
  const owner = found(await getCartOwner(ctx, { orderId }));
  await lockCart(ctx, owner);
  const order = found(await lockCartOrder(ctx, { id: orderId }));
  if (why === 'unpaid' && order.heldUntil > ctx.now) return false;
  // Read again under the lock: another payment may have been begun in between.
  if ((await listPaymentsToClose(ctx, { orderId })).length > 0) return false;
  if (!(await cancelUnpaid(ctx, order, why))) return false;
  await putBack(ctx, {
    ...{ owner, lines: await listBought(ctx, { orderId }), code: await getOrderCode(ctx, { orderId }) },
  });
  // Stock before discounts and those before credit, as who orders: so that these never wait for each other crosswise either.
  await releaseHeld(ctx, { orderId });
  await freeDiscounts(ctx, { orderId });
  if (order.creditMinor > 0) await returnCreditOf(ctx, { orderId });
  return true;
}
