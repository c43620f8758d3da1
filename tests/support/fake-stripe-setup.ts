type Webhook = { url: string; status?: 'enabled' | 'disabled'; enabled_events?: string[] };

/** An account at the stand-in for Stripe; `refused` and `forbidden` are what it answers to the key. */
export type FakeSetup = {
  charges: boolean;
  webhooks: Webhook[];
  refused?: boolean;
  forbidden?: ('account' | 'webhooks')[];
};

/** What Stripe answers about an account and its webhooks; null for other addresses. */
export function answerSetup(setup: FakeSetup, url: string): { status: number; body: unknown } | null {
  const part = /^\/v1\/account(\?|$)/.test(url)
    ? 'account'
    : url.startsWith('/v1/webhook_endpoints')
      ? 'webhooks'
      : null;
  if (!part) return null;
  if (setup.refused) return refusal(401, 'Invalid API Key provided');
  if (setup.forbidden?.includes(part)) return refusal(403, 'The provided key does not have the required permissions');
  if (part === 'account')
    return { status: 200, body: { id: 'acct_1', object: 'account', charges_enabled: setup.charges } };
  const data = setup.webhooks.map((each, at) => ({
    id: `we_${at}`,
    object: 'webhook_endpoint',
    ...{ status: 'enabled', enabled_events: ['*'], ...each },
  }));
  return { status: 200, body: { object: 'list', has_more: false, data } };
}

const refusal = (status: number, message: string) => ({
  status,
  body: { error: { type: 'invalid_request_error', message } },
});
