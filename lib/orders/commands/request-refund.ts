import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRefund, isRefundable } from '../policy';
import { liveOrder } from '../scopes';
import { mostMinor, plainAmount, readAmount } from '@/lib/core/money';

import type { OrderState } from '../schema';
import { lockOrder } from '../sql';
import { startRefund } from './start-refund';

/**
 * `seen` is the state that the order had on the page where the refund was asked for, `seenLeft` what was left there to give back, in minor units: a form
 * that is sent once more after a part went back gives no second one. `amount` is what is typed of a part; without one all that is left goes back.
 */
export type RequestRefund = { number: string; reason: string; seen?: OrderState; seenLeft?: number; amount?: string };

/**
 * Gives a buyer back what is left of the price that bought the order, or a part of it. Refuses not-refundable, refund-running, order-moved-on,
 * bad-amount and refund-too-much (most).
 */
export async function requestRefund(ctx: Ctx, input: RequestRefund): Promise<string> {
  const { number, reason, seen, seenLeft, amount } = input;
  const { orderId, order, paid, left } = await lockPaid(ctx, number);
  if (seen && seen !== order.state) throw new Refused('order-moved-on', `The order is ${order.state}`);
  if (!isRefundable(order) || !paid) throw new Refused('not-refundable', 'Nothing was paid that could go back');
  if (paid.refunds.some(({ state }) => state === 'PENDING'))
    throw new Refused('refund-running', 'This order is being refunded already');
  if (left === 0 && order.replacements.length > 0) throw new Refused('not-refundable', 'All of it was replaced');
  if (seenLeft !== undefined && seenLeft !== left) throw new Refused('order-moved-on', `${left} is left to give back`);
  const amountMinor = amount === undefined ? left : partOf(left, amount, order.currency);
  const detail = { number, ...(amountMinor < left && { amountMinor, currency: order.currency }) };
  await audit(ctx, { act: 'order.refund', subject: ['order', orderId], reason, detail });
  return startRefund(ctx, { orderId, paymentId: paid.id, amountMinor, reason });
}

function partOf(left: number, amount: string, currency: string): number {
  const minor = readAmount(amount, currency, mostMinor);
  if (!minor) throw new Refused('bad-amount', 'No amount of its currency', { field: 'amount' });
  if (minor > left)
    throw new Refused('refund-too-much', 'Less than that is left', {
      field: 'amount',
      values: { most: plainAmount(left, currency) },
    });
  return minor;
}

/** Gives a buyer back what is left of the price; nothing where all of it went back or is on its way. A part that is on its way hinders it not. */
export async function refundWhatIsLeft(
  ctx: Ctx,
  { number, reason }: Pick<RequestRefund, 'number' | 'reason'>,
): Promise<void> {
  const { orderId, order, paid, left } = await lockPaid(ctx, number);
  if (!paid || (left <= 0 && paid.refunds.length + order.replacements.length > 0)) return;
  await audit(ctx, { act: 'order.refund', subject: ['order', orderId], reason, detail: { number } });
  await startRefund(ctx, { orderId, paymentId: paid.id, amountMinor: left, reason });
}

/**
 * What of an order's price has not gone back and is not on its way, and was not replaced, and whether all of it is going or has gone back, also where that is
 * nothing; the order is held until the commit. Refuses not-found.
 */
export async function readLeft(
  ctx: Ctx,
  { number }: { number: string },
): Promise<{ left: number; isGivenUp: boolean }> {
  const { paid, left, gone } = await lockPaid(ctx, number);
  return { left, isGivenUp: paid === undefined || (paid.refunds.length > 0 && gone >= paid.amountMinor) };
}

// The order, held until the commit, the payment that bought it, and what of that has not gone back and is not on its way.
async function lockPaid(ctx: Ctx, number: string) {
  allow(canRefund(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const order = await ctx.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      state: true,
      currency: true,
      replacements: { where: liveOrder, select: { replacesMinor: true } },
      payments: {
        where: { state: 'PAID', surplusAt: null },
        select: {
          id: true,
          amountMinor: true,
          refunds: { where: { state: { not: 'FAILED' } }, select: { state: true, amountMinor: true } },
        },
      },
    },
  });
  const paid = order.payments[0];
  const gone = (paid?.refunds ?? []).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  // What was replaced is paid for by what its buyer has now.
  const replaced = order.replacements.reduce((sum, { replacesMinor }) => sum + (replacesMinor ?? 0), 0);
  const left = Math.max(0, (paid?.amountMinor ?? 0) - gone - replaced);
  return { orderId, order, paid, left, gone };
}
