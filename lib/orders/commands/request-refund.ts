import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRefund, isRefundable } from '../policy';
import { lockOrder } from '../sql';
import { startRefund } from './start-refund';

/** Gives a buyer the whole price back. */
export async function requestRefund(ctx: Ctx, { number, reason }: { number: string; reason: string }): Promise<string> {
  allow(canRefund(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const order = await ctx.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { state: true, refunds: { where: { state: { not: 'FAILED' } }, select: { id: true } }, payments: { where: { state: 'PAID' }, select: { id: true, amountMinor: true } } },
  });
  const paid = order.payments[0];
  if (!isRefundable(order) || !paid) throw new Refused('not-refundable', 'Nothing was paid that could go back');
  if (order.refunds.length > 0) throw new Refused('refund-running', 'This order is being refunded already');
  await audit(ctx, { act: 'order.refund', subject: ['order', orderId], reason, detail: { number } });
  return startRefund(ctx, { orderId, paymentId: paid.id, amountMinor: paid.amountMinor, reason });
}
