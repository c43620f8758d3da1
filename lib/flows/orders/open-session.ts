import { system } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { found, Refused } from '@/lib/core/errors';
import { isLocale, listed } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { abandonPayment, recordSession } from '@/lib/orders/commands';
import { pieces } from '@/lib/orders/choices/item-words';
import { guestKeys } from '@/lib/orders/guest-key';
import { lineTitle } from '@/lib/orders/line-title';
import { getPayment, type PaymentToOpen } from '@/lib/orders/payment-queries';
import { GatewayRefused, paymentProvider, type NewSession, type Session } from '@/lib/outside/payments';

/** Opens a payment's session at the gateway, outside any transaction, and answers where the buyer pays. */
export async function openSession(paymentId: string, options: Options = {}): Promise<string> {
  const payment = found(await getPayment(paymentId));
  const url = payment.state === 'OPEN' ? payment.url : (await ensureSession(payment, options)).url;
  if (!url) throw new Refused('hold-ended', 'The payment page is closed');
  return new URL(url, env.PUBLIC_URL).href;
}

/**
 * The session of a payment. Where none is recorded the gateway is asked with the payment's id: if a process died after
 * opening it, the same session comes back. When the gateway opens none any more, the payment is given up.
 */
export async function ensureSession(payment: PaymentToOpen, options: Options = {}): Promise<Session> {
  const provider = paymentProvider(payment.provider);
  if (payment.sessionId) return provider.getSession(payment.sessionId);
  try {
    const session = await provider.createSession(newSession(payment));
    await recordSession({ paymentId: payment.id, sessionId: session.id, url: session.url });
    return session;
  } catch (error) {
    if (error instanceof GatewayRefused)
      await inTransaction(system, (ctx) => abandonPayment(ctx, { paymentId: payment.id, sessionId: null }), options);
    throw error;
  }
}

function newSession({ id, amountMinor, currency, createdAt, order }: PaymentToOpen): NewSession {
  const locale = isLocale(order.locale) ? order.locale : 'en';
  const path = paths.askedOrder(order.isGuests ? { key: guestKeys.make(order.id) } : { number: order.number });
  const page = `${env.PUBLIC_URL}${inLocale(locale, path)}`;
  return {
    paymentId: id,
    orderNumber: order.number,
    description: listed(
      locale,
      order.lines.slice(0, 5).map((line) => pieces(line.quantity, lineTitle(locale, line))),
    ),
    amountMinor,
    currency,
    email: order.email ?? '',
    locale,
    successUrl: `${page}/paid`,
    cancelUrl: page,
    startedAt: createdAt,
    expiresAt: order.heldUntil,
  };
}
