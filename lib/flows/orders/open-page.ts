import type { Options } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { getPayment } from '@/lib/orders/payment-queries';

import { askGateway } from './ask-gateway';
import { ensureSession, openSession } from './open-session';

/** Where a payment is made; null for one of nothing, which is settled at once. */
export async function openPage(paymentId: string, options: Options = {}): Promise<string | null> {
  const payment = found(await getPayment(paymentId));
  if (payment.amountMinor > 0) return openSession(paymentId, options);
  await ensureSession(payment, options);
  await askGateway(paymentId, options);
  return null;
}
