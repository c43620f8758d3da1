import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRefund, isRefundable } from '../policy';
import type { OrderState } from '../schema';
import { lockOrder } from '../sql';
import { startRefund } from './start-refund';

/** `seen` is the state that the order had on the page where the refund was asked for. */
export type RequestRefund = { number: string; reason: string; seen?: OrderState };

/** Gives a buyer back what is left of the price that bought the unit. */
export async function requestRefund(ctx: Ctx, { number, reason, seen }: RequestRefund): Promise<string> {
  allow(canRefund(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const order = await ctx.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      state: true,
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
  if (seen && seen !== order.state) throw new Refused('order-moved-on', `The order is ${order.state}`);
  const paid = order.payments[0];
  if (!isRefundable(order) || !paid) throw new Refused('not-refundable', 'Nothing was paid that could go back');
  if (paid.refunds.some(({ state }) => state === 'PENDING'))
    throw new Refused('refund-running', 'This order is being refunded already');
  const left = paid.refunds.reduce((sum, { amountMinor }) => sum - amountMinor, paid.amountMinor);
  await audit(ctx, { act: 'order.refund', subject: ['order', orderId], reason, detail: { number } });
  return startRefund(ctx, { orderId, paymentId: paid.id, amountMinor: left, reason });
}

/** Gives a buyer back the price, unless that is done or under way already. */
export async function refundUnlessRefunded(
  ctx: Ctx,
  { number, reason }: Pick<RequestRefund, 'number' | 'reason'>,
): Promise<void> {
  const refunds = await ctx.db.refund.count({
    where: { order: { number }, payment: { surplusAt: null }, state: { not: 'FAILED' } },
  });
  if (refunds === 0) await requestRefund(ctx, { number, reason });
}
