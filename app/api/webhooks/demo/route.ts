import { takeWebhookRequest } from '@/lib/server/webhook';

/** Webhooks of the demo gateway; admitted by their signature alone. */
export function POST(request: Request): Promise<Response> {
  return takeWebhookRequest('demo', request);
}
