import { takeWebhookRequest } from '@/lib/web/webhook';

/** Webhooks of Stripe; admitted by their signature alone. */
export function POST(request: Request): Promise<Response> {
  return takeWebhookRequest('stripe', request);
}
