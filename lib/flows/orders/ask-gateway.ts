import { system } from '@/lib/core/actor';
import { inTransaction, reading, type Options } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { after, clock, hour, second } from '@/lib/core/time';
import { abandonPayment } from '@/lib/orders/commands';
import { getPayment, pickOpenPayments, type PaymentToOpen } from '@/lib/orders/payment-queries';
import { canAsk, GatewayRefused, paymentProvider, type Session, type SessionStatus } from '@/lib/outside/payments';

import { ensureSession } from './open-session';
import { settlePayment } from './settle-payment';

/** Asks the gateway how a payment stands and settles accordingly: a lost webhook does not matter. */
export async function askGateway(paymentId: string, options: Options = {}): Promise<SessionStatus | null> {
  const payment = await getPayment(paymentId);
  if (!payment?.sessionId || payment.state !== 'OPEN') return null;
  return applyGatewayStatus(payment, await paymentProvider(payment.provider).getSession(payment.sessionId), options);
}

/**
 * Closes a payment's session at the gateway and settles what the gateway then says; null when there was nothing to close. A gateway that does not
 * know the session, since its account or its keys are others by now, takes no money for it: the payment is over, and holds no goods for ever. So is
 * one at a gateway whose settings were taken away, once its page has closed by itself; what was paid there all the same is late money.
 */
export async function closePayment(paymentId: string, options: Options = {}): Promise<SessionStatus | null> {
  const payment = await getPayment(paymentId);
  if (!payment || (payment.state !== 'OPEN' && payment.state !== 'STARTING')) return null;
  if (!canAsk(payment.provider)) return abandonClosed(payment, options);
  try {
    const session = await ensureSession(payment, options);
    const closed =
      session.status === 'open' ? await paymentProvider(payment.provider).expireSession(session.id) : session;
    return await applyGatewayStatus(payment, closed, options);
  } catch (error) {
    if (!(error instanceof GatewayRefused)) throw error;
    if (payment.sessionId) await abandon(payment, options);
    return null;
  }
}

// Gateways keep a page open for some time after the hold; an hour is longer than that.
async function abandonClosed(payment: PaymentToOpen, options: Options): Promise<null> {
  if (after(payment.order.heldUntil, hour) < (options.now ?? clock())) await abandon(payment, options);
  return null;
}

const abandon = ({ id: paymentId, sessionId }: PaymentToOpen, options: Options): Promise<void> =>
  inTransaction(system, (ctx) => abandonPayment(ctx, { paymentId, sessionId }), options);

/** Polls open payments whose webhook may have been lost. */
export async function pollPayments(now: Date): Promise<void> {
  const ids = await pickOpenPayments(reading(system, now), { begunBefore: after(now, -30 * second), limit: 20 });
  for (const id of ids)
    await askGateway(id, { now }).catch((error: unknown) => log.warn({ err: error }, 'gateway did not answer'));
}

async function applyGatewayStatus(
  { provider }: PaymentToOpen,
  { status, url: _, ...session }: Session,
  options: Options,
): Promise<SessionStatus> {
  if (status === 'paid' || status === 'expired') await settlePayment({ provider, status, session }, options);
  return status;
}
