import { env } from '@/lib/core/env';
import { takeNotice } from '@/lib/flows/take-notice';

const mostBytes = 512 * 1024;

/** Takes a gateway's webhook by its raw body: 200 once stored, 400 when it is not signed by the gateway. */
export async function takeWebhook(provider: 'stripe' | 'demo', request: Request): Promise<Response> {
  const open = provider === 'stripe' ? Boolean(env.STRIPE_WEBHOOK_SECRET) : env.embedded;
  if (!open) return Response.json({ error: 'not-found' }, { status: 404 });
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return Response.json({ error: 'too-large' }, { status: 413 });
  const taken = await takeNotice(provider, await request.text(), request.headers);
  return Response.json(taken ? { received: true } : { error: 'bad-signature' }, { status: taken ? 200 : 400 });
}
