import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRefund } from '../policy';
import { lockOrder } from '../sql';
import { startRefund } from './start-refund';

/** Gives back money that bought nothing: it differed from what was asked for, or its first refund was refused. The order stays as it is. */
export async function returnPayment(
  ctx: Ctx,
  { number, paymentId, reason }: { number: string; paymentId: string; reason: string },
): Promise<string> {
  allow(canRefund(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const payment = found(
    await ctx.db.payment.findFirst({
      where: { id: paymentId, orderId, surplusAt: { not: null }, state: { in: ['PAID', 'REVIEW'] } },
      select: {
        id: true,
        amountMinor: true,
        cameMinor: true,
        refunds: { where: { state: { not: 'FAILED' } }, select: { state: true, amountMinor: true } },
      },
    }),
  );
  if (payment.refunds.some(({ state }) => state === 'PENDING'))
    throw new Refused('refund-running', 'This money is on its way back already');
  const left = payment.refunds.reduce(
    (sum, { amountMinor }) => sum - amountMinor,
    payment.cameMinor ?? payment.amountMinor,
  );
  await audit(ctx, { act: 'order.returnPayment', subject: ['order', orderId], reason, detail: { number } });
  return startRefund(ctx, { orderId, paymentId, amountMinor: left, reason });
}
