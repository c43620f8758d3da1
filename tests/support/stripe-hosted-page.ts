import Stripe from 'stripe';

import objects from '../fixtures/stripe/objects.json' with { type: 'json' };

type Session = Record<string, unknown> & { id: string };
type Stand = { sessions: Map<string, Session>; pay(id: string): void };
type Page = { status: number; headers: Record<string, string>; body: string };

/** The store that hears of payments: the address of its webhook, and the secret that signs it. */
export type Told = { webhook: string; secret: string };

const signer = new Stripe('sk_test_x');

/** The page on which a session is paid: shown by GET; paid, told to the store and left again by POST. Null for other addresses. */
export async function hostedPage(store: Told, stand: Stand, method: string, url: string): Promise<Page | null> {
  const [, id = ''] = /^\/c\/pay\/(\w+)$/.exec(url) ?? [];
  const session = stand.sessions.get(id);
  if (!session) return null;
  if (method !== 'POST')
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: form(session) };
  stand.pay(id);
  await tell(store, session);
  return { status: 303, headers: { location: String(session.success_url) }, body: '' };
}

function form({ amount_total: amount, currency, cancel_url: back }: Session): string {
  return `<!doctype html><html lang="en"><title>Pay</title><main><h1>Pay ${String(amount)} ${String(currency)}</h1>
    <form method="post"><button>Pay now</button></form><a href="${String(back)}">Back</a></main></html>`;
}

async function tell({ webhook, secret }: Told, session: Session): Promise<void> {
  const payload = JSON.stringify({
    ...objects.event,
    id: `evt_${session.id}`,
    type: 'checkout.session.completed',
    data: { object: session },
  });
  const signature = signer.webhooks.generateTestHeaderString({ payload, secret });
  const answer = await fetch(webhook, { method: 'POST', body: payload, headers: { 'stripe-signature': signature } });
  if (!answer.ok) throw new Error(`The store answered its webhook with ${answer.status}`);
}
