import { system } from '@/lib/core/actor';
import { inTransaction, reading, type Options } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { after, minute } from '@/lib/core/time';
import { noteReturns } from '@/lib/orders/commands';
import { pickOldRefunds } from '@/lib/orders/payment-queries';
import { paymentProvider } from '@/lib/outside/payments';

import { askGateway } from './ask-gateway';
import { runRefund } from './refund-order';
import { undoRefunded } from './undo-refunded';

/** Asks the gateway what became of a payment's money, and makes its order agree: refunds and disputes may be made at the gateway itself. */
export async function syncReturns(
  { provider, paymentRef }: { provider: string; paymentRef: string },
  options: Options = {},
): Promise<'returns' | 'unknown'> {
  const reported = await paymentProvider(provider).getReturns(paymentRef);
  if (!reported || !isUuid(reported.paymentId)) return 'unknown';
  // A refunded payment was paid: its own webhook may be late.
  await askGateway(reported.paymentId, options);
  await inTransaction(
    system,
    async (ctx) => undoRefunded(ctx, await noteReturns(ctx, { provider, paymentRef, ...reported })),
    options,
  );
  return 'returns';
}

/** Polls refunds that the gateway has not decided for a while, or that never reached it. */
export async function followRefunds(now: Date): Promise<void> {
  for (const { id, providerRef, payment } of await pickOldRefunds(reading(system, now), {
    startedBefore: after(now, -10 * minute),
    limit: 20,
  })) {
    const asked = payment.paymentRef
      ? syncReturns({ provider: payment.provider, paymentRef: payment.paymentRef }, { now })
      : Promise.resolve();
    const follow = asked.then(() => (providerRef ? undefined : runRefund({ refundId: id }, { now })));
    await follow.catch((error: unknown) => log.warn({ err: error, refundId: id }, 'gateway did not answer'));
  }
}
