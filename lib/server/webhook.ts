import { answer, type Answer } from '@/lib/core/endpoint';
import { env } from '@/lib/core/env';
import { receiveWebhook } from '@/lib/flows/orders/receive-webhook';

export type Gateway = 'stripe' | 'demo';

/** No webhook and no form of a gateway is longer, in bytes. */
export const mostBytes = 512 * 1024;

/** Takes a gateway's webhook by its raw body: 200 once stored, 400 when it is not signed by the gateway. */
export async function takeWebhook(provider: Gateway, raw: string, headers: Pick<Headers, 'get'>): Promise<Answer> {
  const open = provider === 'stripe' ? Boolean(env.STRIPE_WEBHOOK_SECRET) : env.hasDemoGateway;
  if (!open) return answer(404, { error: 'not-found' });
  const taken = await receiveWebhook(provider, raw, headers);
  return answer(taken ? 200 : 400, taken ? { received: true } : { error: 'bad-signature' });
}
