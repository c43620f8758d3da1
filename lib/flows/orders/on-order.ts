import type { Ctx } from '@/lib/core/context';
import type { EventName, Happened } from '@/lib/core/events';
import { inEach } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { paths } from '@/lib/paths';
import { listRoleHolders } from '@/lib/members/queries';
import type { Kind } from '@/lib/notifications/kinds';
import { mail, notify, tell } from '@/lib/notifications/commands';
import { notifyEach } from '@/lib/notifications/tell-each';
import { lineTitle } from '@/lib/orders/line-title';
import { getToldOrder, type ToldOrder } from '@/lib/orders/told';

import { receiptOf } from './receipt';

type About = Happened<EventName> & { payload: { orderId: string } };

/** Confirms a paid order: in the app in one sentence, by mail with all that a receipt has. The address stands in the mail alone. */
export async function tellOfPayment(ctx: Ctx, { id: eventId, payload }: Happened<'order.paid'>): Promise<void> {
  const order = await getToldOrder(ctx, payload);
  if (!order) return;
  const { memberId } = order;
  const about = { memberId, kind: 'order.paid' as const, path: paths.order(order.number) };
  await notify(ctx, { ...about, data: wordsOf(order), eventId });
  await mail(ctx, {
    ...about,
    data: { ...wordsOf(order), ...receiptOf(order) },
    key: `${eventId}:${memberId}:order.paid`,
  });
}

/** Says that an unpaid order was taken back and its unit returned; not to who gave the unit back themselves. */
export async function tellOfCancel(ctx: Ctx, event: Happened<'order.cancelled'>): Promise<void> {
  if (event.payload.why !== 'given-back') await telling('order.cancelled')(ctx, event);
}

/** Says how to follow the parcel. */
export async function tellOfShipping(ctx: Ctx, { id: eventId, payload }: Happened<'order.shipped'>): Promise<void> {
  const order = await getToldOrder(ctx, payload);
  if (!order) return;
  const parcel = { carrier: order.shipments[0]?.carrier ?? '', tracking: order.shipments[0]?.tracking ?? '' };
  await tell(ctx, { ...placeOf(order), kind: 'order.shipped', data: { ...wordsOf(order), ...parcel }, eventId });
}

/** Says that the money is on its way back. */
export const tellOfRefund = telling('order.refunded');

/** Explains what became of money that came after the hold had ended. */
export async function tellOfLateMoney(ctx: Ctx, event: Happened<'order.paidLate'>): Promise<void> {
  await telling(event.payload.honoured ? 'order.late-honoured' : 'order.late-refunded')(ctx, event);
}

/** Says that a second payment of an order goes back, and that the order stands. */
export const tellOfSecondPayment = telling('order.paid-twice');

/** Tells those who work with orders that one needs a look. */
export async function tellStaff(
  ctx: Ctx,
  { id: eventId, payload: { orderId, kind } }: Happened<'order.alerted'>,
): Promise<void> {
  const order = await getToldOrder(ctx, { orderId });
  if (!order) return;
  const each = (await listRoleHolders(ctx, { roles: ['OPERATIONS', 'SUPPORT', 'ADMIN'] })).map((memberId) => ({
    memberId,
    data: { number: order.number, kind },
    path: paths.staff('orders', order.number),
  }));
  await notifyEach(ctx, { kind: 'order.alerted', eventId, each });
}

/** Explains why a payment that came in time was sent back. */
export async function tellOfOveruse(ctx: Ctx, event: Happened<'order.overLimit'>): Promise<void> {
  await telling(`order.${event.payload.limit}`)(ctx, event);
}

// The kinds whose sentences need nothing but the order's number, item and total.
type PlainKind = Exclude<Extract<Kind<'app'> & Kind<'mail'>, `order.${string}`>, 'order.paid' | 'order.shipped'>;

function telling(kind: PlainKind) {
  return async (ctx: Ctx, { id: eventId, payload }: Pick<About, 'id' | 'payload'>): Promise<void> => {
    const order = await getToldOrder(ctx, payload);
    if (order) await tell(ctx, { ...placeOf(order), kind, data: wordsOf(order), eventId });
  };
}

const placeOf = ({ memberId, number }: ToldOrder) => ({ memberId, path: paths.order(number) });

function wordsOf({ number, totalMinor, currency, lines: [line] }: ToldOrder) {
  const item = line ? inEach((locale) => lineTitle(locale, line)) : '';
  return { number, item, total: inEach((locale) => formatMoney(totalMinor, currency, locale)) };
}
