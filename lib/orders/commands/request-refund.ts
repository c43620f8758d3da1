import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { mostMinor, plainAmount, readAmount } from '@/lib/core/money';
import { creditProvider } from '@/lib/outside/payments/credit-provider';
import { isMoney } from '@/lib/outside/payments/is-money';

import { canRefund, isRefundable } from '../policy';
import { liveOrder } from '../scopes';
import type { OrderState } from '../schema';
import { lockOrder } from '../sql';
import { startRefund } from './start-refund';

/**
 * `seen` is the state that the order had on the page where the refund was asked for, `seenLeft` what was left there to give back, in minor units: a form
 * that is sent once more after a part went back gives no second one. `amount` is what is typed of a part; without one all that is left goes back.
 * `toCredit` puts all of it into the buyer's store credit, whoever took it.
 */
export type RequestRefund = {
  number: string;
  reason: string;
  seen?: OrderState;
  seenLeft?: number;
  amount?: string;
  toCredit?: boolean;
};

/**
 * Gives a buyer back what is left of the price that bought the order, or a part of it: what a gateway took first, then what credit paid, never more of one
 * than it brought. Answers its first refund. Refuses not-refundable, refund-running, order-moved-on, bad-amount, refund-too-much (most), and
 * refund-guest where a guest has no balance.
 */
export async function requestRefund(ctx: Ctx, input: RequestRefund): Promise<string> {
  const { number, reason, seen, seenLeft, amount, toCredit = false } = input;
  const { orderId, order, bought, left } = await lockPaid(ctx, number);
  if (seen && seen !== order.state) throw new Refused('order-moved-on', `The order is ${order.state}`);
  if (!isRefundable(order) || bought.length === 0)
    throw new Refused('not-refundable', 'Nothing was paid that could go back');
  requireNoneRunning(bought);
  if (left === 0 && order.replacements.length > 0) throw new Refused('not-refundable', 'All of it was replaced');
  if (seenLeft !== undefined && seenLeft !== left) throw new Refused('order-moved-on', `${left} is left to give back`);
  if (toCredit && order.guestEmail !== null) throw new Refused('refund-guest', 'A guest has no balance');
  if (toCredit && !bought.every(isMoney)) throw new Refused('not-refundable', 'It was no money');
  const amountMinor = amount === undefined ? left : partOf(left, amount, order.currency);
  const detail = { number, ...(amountMinor < left && { amountMinor, currency: order.currency }) };
  await audit(ctx, { act: 'order.refund', subject: ['order', orderId], reason, detail });
  return startRefunds(ctx, { orderId, bought, amountMinor, reason, toCredit });
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

function requireNoneRunning(bought: Bought[]): void {
  if (bought.some(({ refunds }) => refunds.some(({ state }) => state === 'PENDING')))
    throw new Refused('refund-running', 'This order is being refunded already');
}

type Split = { orderId: string; bought: Bought[]; amountMinor: number; reason: string; toCredit: boolean };

// One refund of each payment that it takes of; where nothing is left, one of nothing.
async function startRefunds(ctx: Ctx, { bought, amountMinor, toCredit, ...of }: Split): Promise<string> {
  let rest = amountMinor;
  let first: string | undefined;
  for (const { id: paymentId, provider, left } of bought) {
    const part = Math.min(rest, left);
    rest -= part;
    if (part === 0 && amountMinor > 0) continue;
    const elsewhere = toCredit && provider !== creditProvider;
    const id = await startRefund(ctx, { ...of, paymentId, amountMinor: part, toCredit: elsewhere });
    first ??= id;
    if (rest === 0) break;
  }
  return first!;
}

/**
 * Gives a buyer back a part of the price that the shop owes them, for a reason of the program; answers whether it did. All that is left is no part: that
 * would end the order. Refuses refund-running.
 */
export async function refundPart(
  ctx: Ctx,
  { number, reason, amountMinor }: { number: string; reason: string; amountMinor: number },
): Promise<boolean> {
  const { orderId, order, bought, left } = await lockPaid(ctx, number);
  requireNoneRunning(bought);
  if (amountMinor >= left) return false;
  const detail = { number, amountMinor, currency: order.currency };
  await audit(ctx, { act: 'order.refund', subject: ['order', orderId], reason, detail });
  await startRefunds(ctx, { orderId, bought, amountMinor, reason, toCredit: false });
  return true;
}

/** Gives a buyer back what is left of the price; nothing where all of it went back or is on its way. A part that is on its way hinders it not. */
export async function refundWhatIsLeft(
  ctx: Ctx,
  { number, reason }: Pick<RequestRefund, 'number' | 'reason'>,
): Promise<void> {
  const { orderId, order, bought, left } = await lockPaid(ctx, number);
  const isTouched = bought.some(({ refunds }) => refunds.length > 0) || order.replacements.length > 0;
  if (bought.length === 0 || (left <= 0 && isTouched)) return;
  await audit(ctx, { act: 'order.refund', subject: ['order', orderId], reason, detail: { number } });
  await startRefunds(ctx, { orderId, bought, amountMinor: left, reason, toCredit: false });
}

/**
 * What of an order's price has not gone back and is not on its way, and was not replaced, and whether all of it is going or has gone back, also where that is
 * nothing; the order is held until the commit. Refuses not-found.
 */
export async function readLeft(
  ctx: Ctx,
  { number }: { number: string },
): Promise<{ left: number; isGivenUp: boolean }> {
  const { bought, left } = await lockPaid(ctx, number);
  const isGoing = bought.some(({ refunds }) => refunds.length > 0) && bought.every((each) => each.left === 0);
  return { left, isGivenUp: bought.length === 0 || isGoing };
}

type Bought = {
  id: string;
  provider: string;
  refunds: { state: string; amountMinor: number }[];
  /** What of it has not gone back and is not on its way. */
  left: number;
};

// The order, held until the commit, the payments that bought it, what a gateway took first, and what of them all has not gone back and is not on its way.
async function lockPaid(ctx: Ctx, number: string) {
  allow(canRefund(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const order = await ctx.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      state: true,
      currency: true,
      guestEmail: true,
      replacements: { where: liveOrder, select: { replacesMinor: true } },
      payments: {
        where: { state: 'PAID', surplusAt: null },
        orderBy: { id: 'asc' },
        select: {
          id: true,
          provider: true,
          amountMinor: true,
          refunds: { where: { state: { not: 'FAILED' } }, select: { state: true, amountMinor: true } },
        },
      },
    },
  });
  const bought: Bought[] = order.payments
    .map(({ amountMinor, ...paid }) => ({
      ...paid,
      left: Math.max(
        0,
        paid.refunds.reduce((sum, refund) => sum - refund.amountMinor, amountMinor),
      ),
    }))
    .toSorted((one, two) => Number(one.provider === creditProvider) - Number(two.provider === creditProvider));
  // What was replaced is paid for by what its buyer has now.
  const replaced = order.replacements.reduce((sum, { replacesMinor }) => sum + (replacesMinor ?? 0), 0);
  const left = Math.max(0, bought.reduce((sum, each) => sum + each.left, 0) - replaced);
  return { orderId, order, bought, left };
}
