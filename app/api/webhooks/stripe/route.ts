import { takeWebhookRequest } from '@/lib/server/webhook';

/** Webhooks of Stripe; admitted by their signature alone. */
export function POST(request: Request): Promise<Response> {
  return takeWebhookRequest('stripe', request);
}
