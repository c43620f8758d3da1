import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, day, hour, minute, moveClock, second } from '@/lib/core/time';
import { askOwner } from '@/lib/ownership/commands';
import { answerQuestion } from '@/lib/ownership/commands';
import { expireHold } from '@/lib/flows/drops/expire-holds';
import { placeOrder } from '@/lib/flows/orders/place-order';
import { refundOrder, runRefund } from '@/lib/flows/orders/refund-order';
import { registerOwners } from '@/lib/flows/ownership/register-owner';
import { settlePayment } from '@/lib/flows/orders/settle-payment';
import { markDelivered, markShipped } from '@/lib/orders/commands';
import type { PlaceOrder } from '@/lib/orders/schema';
import { paymentProvider } from '@/lib/outside/payments';
import { settleDemo } from '@/lib/outside/payments/demo/demo-sessions';

import { addTenthPair, airBuyers, airOpenedAt, claimInPast, dropSlugs } from './drops';
import { addresses, answers, endings, secondChances, type Ending } from './order-stories';
import type { World } from './world';

// Nothing was left until the tenth pair came.
const lastBuyer = airBuyers.at(-1)!.member;

export type Bought = { member: string; number: string; at: Date };

/** The first wave of the Air, sold out: orders in every state, owners, and what owners said. */
export async function seedOrders(world: World): Promise<void> {
  const opened = airOpenedAt(world);
  for (const { member, variant, secondsAfterOpening } of airBuyers) {
    if (member === lastBuyer) await addTenthPair(world, after(opened, 5 * minute));
    await buy(world, member, variant, after(opened, secondsAfterOpening * second));
  }
  for (const { member, variant, hoursAfterOpening } of secondChances)
    await buy(world, member, variant, after(opened, hoursAfterOpening * hour));
}

async function buy(world: World, member: string, variant: string, at: Date): Promise<void> {
  const claimId = await claimInPast(world, { drop: dropSlugs.air, product: 'foxtail-air', variant, member, at });
  const ending = endings[member] ?? 'DELIVERED';
  const order = await placeInPast(world, member, claimId, after(at, 2 * minute));
  if (ending === 'EXPIRED') return void (await expireHold(claimId, after(at, 20 * minute)));
  await payFor(order);
  if (ending === 'REFUNDED') return refund(world, order);
  if (ending !== 'PAID') await sendOff(world, order, ending);
}

/** Orders a held unit at a moment in the past. */
export async function placeInPast(world: World, member: string, claimId: string, at: Date): Promise<Bought> {
  const buyer = world.cast[member]!;
  const input: PlaceOrder = { ...addresses[member]!, claimId, locale: buyer.locale === 'zh' ? 'zh' : 'en' };
  const { number } = await atTime(at, () => placeOrder(buyer, input));
  return { member, number, at };
}

/** Pays for an order a minute and a half after it was placed. */
export async function payFor({ number, at }: Bought): Promise<void> {
  const payment = await db.payment.findFirstOrThrow({ where: { order: { number } }, select: { sessionId: true } });
  await atTime(after(at, 90 * second), async () => {
    await settleDemo(payment.sessionId!, { quiet: true });
    const { status, url: _url, ...session } = await paymentProvider('demo').getSession(payment.sessionId!);
    await settlePayment({ provider: 'demo', status, session });
  });
}

// The gateway looks at the clock itself: the story's moment is set for it.
async function atTime<T>(at: Date, work: () => Promise<T>): Promise<T> {
  moveClock(at.getTime() - Date.now());
  try {
    return await work();
  } finally {
    moveClock(0);
  }
}

async function refund(world: World, { number, at }: Bought): Promise<void> {
  const reason = 'Ordered the wrong colour and wrote to us before it was packed.';
  const refundId = await refundOrder(world.cast.agent!, { number, reason }, { now: after(at, 20 * hour) });
  await runRefund({ refundId }, { now: after(at, 20 * hour + 5 * second) });
}

/** Sends an order on its way, and to its owner where the story goes that far. */
export async function sendOff(world: World, order: Bought, ending: Ending): Promise<void> {
  const { number, at } = order;
  const sentAt = ending === 'SHIPPED' ? world.ago(2) : after(at, 2 * day);
  const parcel = {
    number,
    carrier: addresses[order.member]!.country === 'CN' ? 'SF Express' : 'DHL',
    tracking: `FX${number.slice(0, 6)}8${number.slice(6)}`,
  };
  await transact(markShipped)(world.cast.ops!, parcel, { now: sentAt });
  if (ending === 'SHIPPED') return;
  const arrivedAt = ending === 'JUST_DELIVERED' ? world.ago(3) : after(sentAt, 4 * day);
  await transact(markDelivered)(world.cast.ops!, { number }, { now: arrivedAt });
  await own(world, order, arrivedAt);
}

// Reactions run in the worker by today's clock; told here in their own time, so that a week has passed since.
async function own(world: World, { number, member }: Bought, at: Date): Promise<void> {
  const order = await db.order.findUniqueOrThrow({ where: { number }, select: { id: true } });
  const made = await inTransaction(system, (ctx) => registerOwners(ctx, { orderId: order.id }), { now: at });
  const prompts = await db.ownerPrompt.findMany({
    where: { ownershipId: { in: made }, dueAt: { lte: world.now } },
    select: { id: true, dueAt: true },
  });
  for (const { id, dueAt } of prompts) {
    await transact(askOwner)(system, { promptId: id }, { now: dueAt });
    const said = answers[member];
    if (said)
      await transact(answerQuestion)(world.cast[member]!, { promptId: id, ...said }, { now: after(dueAt, 11 * hour) });
  }
}
