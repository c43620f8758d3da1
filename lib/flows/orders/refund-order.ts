import { system, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Options } from '@/lib/core/context';
import { finishRefund, requestRefund, returnPayment } from '@/lib/orders/commands';
import type { RequestRefund } from '@/lib/orders/commands/request-refund';
import { getRefund } from '@/lib/orders/payment-queries';
import { refundToCredit, returnCredit } from '@/lib/credit/commands';
import { GatewayRefused, paymentProvider, type RefundAnswer } from '@/lib/outside/payments';
import { creditProvider } from '@/lib/outside/payments/credit-provider';

import { undoRefunded } from './undo-refunded';

/** Gives an order's money back; the gateway is asked afterwards, by a job. */
export async function refundOrder(actor: Actor, input: RequestRefund, options: Options = {}): Promise<string> {
  return transact(requestRefund)(actor, input, options);
}

/** Gives money back that bought nothing, likewise. */
export const returnMoney = transact(returnPayment);

/** Asks the gateway to give the money back and records its answer; the refund's id keeps a second asking harmless. */
export async function runRefund({ refundId }: { refundId: string }, options: Options = {}): Promise<void> {
  const refund = await getRefund(reading(system), { refundId });
  // One that the gateway has taken on is followed by its webhooks.
  if (!refund || refund.state !== 'PENDING' || refund.providerRef) return;
  const { provider, paymentRef, currency, cameCurrency } = refund.payment;
  if (provider === creditProvider || refund.toCredit) return refundIntoCredit(refund, options);
  const answer = await ask(() =>
    paymentProvider(provider).refund({
      refundId,
      paymentRef: paymentRef ?? '',
      amountMinor: refund.amountMinor,
      currency: cameCurrency ?? currency,
    }),
  );
  await inTransaction(
    system,
    async (ctx) =>
      undoRefunded(ctx, await finishRefund(ctx, { refundId, providerRef: answer.id || null, status: answer.status })),
    options,
  );
}

type ToReturn = NonNullable<Awaited<ReturnType<typeof getRefund>>>;

// Into the balance that it was paid of, or the buyer's own, in the commit in which the refund is done.
async function refundIntoCredit(refund: ToReturn, options: Options): Promise<void> {
  const { id: refundId, orderId, paymentId, amountMinor, order, payment } = refund;
  await inTransaction(
    system,
    async (ctx) => {
      await undoRefunded(ctx, await finishRefund(ctx, { refundId, providerRef: null, status: 'done' }));
      const back = { refundId, orderId, paymentId, amountMinor };
      const currency = payment.cameCurrency ?? payment.currency;
      if (refund.toCredit) await refundToCredit(ctx, { ...back, memberId: order.memberId, currency });
      else await returnCredit(ctx, { parts: [back] });
    },
    options,
  );
}

// A refusal by the gateway is final: staff are alerted. Any other failure is retried by the job.
async function ask(refund: () => Promise<RefundAnswer>): Promise<RefundAnswer> {
  try {
    return await refund();
  } catch (error) {
    if (error instanceof GatewayRefused) return { id: '', status: 'failed' };
    throw error;
  }
}
