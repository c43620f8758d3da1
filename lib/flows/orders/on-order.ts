import type { Ctx } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import type { RecordedEvent } from '@/lib/core/events';
import { listHolders } from '@/lib/members/queries/roles';
import { notifyOf } from '@/lib/notifications/notify-of';
import { orderNotices } from '@/lib/orders/notices';
import { getRefund } from '@/lib/orders/payment-queries';
import { getOrderForNotice, getParcelForNotice } from '@/lib/orders/order-for-notice';
import { toBuyer } from '@/lib/orders/to-buyer';
import { creditProvider } from '@/lib/outside/payments/credit-provider';

import { receiptOf } from './receipt';

/** Confirms a paid order: in the app in one sentence, by mail with all that a receipt has. The address stands in the mail alone. */
export const tellOfPayment = notifyOf(
  orderNotices['order.paid'],
  async (ctx, { payload }: RecordedEvent<'order.paid'>) => {
    const order = await getOrderForNotice(ctx, payload);
    const brand = await currentBrand(ctx.db);
    return order && { ...toBuyer(order, brand), mailData: receiptOf(order, brand) };
  },
);

/**
 * Says that an unpaid order was cancelled and its unit returned; not to a buyer who gave it back, and not to a guest: until money comes, anybody may
 * have named that mailbox, with any words as their name.
 */
export const tellOfCancel = notifyOf(
  orderNotices['order.cancelled'],
  async (ctx, event: RecordedEvent<'order.cancelled'>) => {
    if (['given-back', 'withdrawn'].includes(event.payload.why)) return null;
    const order = await getOrderForNotice(ctx, event.payload);
    return order && order.guestEmail === null ? toBuyer(order, await currentBrand(ctx.db)) : null;
  },
);

const tracked = notifyOf(orderNotices['order.shipped'], parcelOf);
const untracked = notifyOf(orderNotices['order.shippedUntracked'], parcelOf);

/** Says who brings the parcel, and how to follow it where it can be followed. */
export async function tellOfShipping(ctx: Ctx, event: RecordedEvent<'order.shipped'>): Promise<void> {
  const parcel = await parcelOf(ctx, event);
  await (parcel?.data.tracking === '' ? untracked : tracked)(ctx, event);
}

/** Says that a parcel is followed by another number than was said. */
export const tellOfTracking = notifyOf(orderNotices['order.trackingChanged'], parcelOf);

// What is said of an order's item is what lies in the parcel.
async function parcelOf(ctx: Ctx, { payload }: { payload: { orderId: string; shipmentId: string } }) {
  const order = await getOrderForNotice(ctx, payload);
  if (!order) return null;
  const { carrier, tracking, lines } = await getParcelForNotice(ctx, payload);
  const { data, ...buyer } = toBuyer({ ...order, lines }, await currentBrand(ctx.db));
  return { ...buyer, data: { ...data, carrier, tracking } };
}

const refunded = notifyOf(orderNotices['order.refunded'], findRefunded);
const refundedPartly = notifyOf(orderNotices['order.refundedPartly'], findRefunded);
const credited = notifyOf(orderNotices['order.credited'], findRefunded);

async function isCredited(ctx: Ctx, { payload }: { payload: { refundId: string } }): Promise<boolean> {
  const refund = await getRefund(ctx, payload);
  return refund !== null && (refund.toCredit || refund.payment.provider === creditProvider);
}

/** Says that the money is on its way back: what went back last, which is all of it where nothing went before. */
export async function tellOfRefund(ctx: Ctx, event: RecordedEvent<'order.refunded'>): Promise<void> {
  await ((await isCredited(ctx, event)) ? credited : refunded)(ctx, event);
}

/** Says that a part of it is, and that the order stands. */
export async function tellOfPart(ctx: Ctx, event: RecordedEvent<'order.refundedPartly'>): Promise<void> {
  const refund = await getRefund(ctx, event.payload);
  // Where each payment of an order goes back by a refund of its own, the first of them is a part of all of it.
  const isOfAll = refund?.order.state === 'REFUNDED' || (refund?.order.refunds.length ?? 0) > 0;
  await ((await isCredited(ctx, event)) ? credited : isOfAll ? refunded : refundedPartly)(ctx, event);
}

const lateHonoured = notifyOf(orderNotices['order.lateHonoured'], findBuyer);
const lateRefunded = notifyOf(orderNotices['order.lateRefunded'], findBuyer);

/** Explains what happened to a payment that came after the hold had ended. */
export async function tellOfLateMoney(ctx: Ctx, event: RecordedEvent<'order.paidLate'>): Promise<void> {
  await (event.payload.honoured ? lateHonoured : lateRefunded)(ctx, event);
}

/** Says that a second payment of an order goes back, and that the order stands. */
export const tellOfSecondPayment = notifyOf(orderNotices['order.paidTwice'], findBuyer);

const overLimit = {
  'limit-address': notifyOf(orderNotices['order.addressLimited'], findBuyer),
  'limit-payment': notifyOf(orderNotices['order.paymentLimited'], findBuyer),
};

/** Explains why a payment that came in time was sent back. */
export async function tellOfOveruse(ctx: Ctx, event: RecordedEvent<'order.overLimit'>): Promise<void> {
  await overLimit[event.payload.limit](ctx, event);
}

/** Asks those who work with orders to look at one. */
export const tellStaff = notifyOf(
  orderNotices['order.alerted'],
  async (ctx, { payload: { orderId, kind } }: RecordedEvent<'order.alerted'>) => {
    const order = await getOrderForNotice(ctx, { orderId });
    const staff = order ? await listHolders(ctx, { permission: 'orders.refund' }) : [];
    return staff.map((memberId) => ({ memberId, data: { number: order!.number, kind } }));
  },
);

async function findRefunded(ctx: Ctx, { payload }: { payload: { orderId: string; refundId: string } }) {
  const [order, refund] = [await getOrderForNotice(ctx, payload), await getRefund(ctx, payload)];
  if (!order || !refund) return null;
  const { amountMinor, payment } = refund;
  // The order with what went back where its total stands.
  const told = { ...order, totalMinor: amountMinor, currency: payment.cameCurrency ?? payment.currency };
  return toBuyer(told, await currentBrand(ctx.db));
}

async function findBuyer(ctx: Ctx, { payload }: { payload: { orderId: string } }) {
  const order = await getOrderForNotice(ctx, payload);
  return order && toBuyer(order, await currentBrand(ctx.db));
}
