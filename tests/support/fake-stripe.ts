import type { IncomingMessage } from 'node:http';

import objects from '../fixtures/stripe/objects.json' with { type: 'json' };
import { startLoopbackServer } from './loopback-server';
import { answerSetup, type FakeSetup } from './fake-stripe-setup';
import { hostedPage, type Told } from './stripe-hosted-page';

type Row = Record<string, unknown> & { id: string };
type Reply = { status: number; body: unknown };

export type FakeStripe = {
  port: number;
  sessions: Map<string, Row>;
  refunds: Row[];
  disputes: Row[];
  /** What Stripe says of the refunds that are asked for next. */ refundStatus: string | null;
  /** How the account and its webhooks are set up. */ setup: FakeSetup;
  pay(sessionId: string): void;
  close(): Promise<void>;
};

/**
 * As much of Stripe's API as the store uses, on 127.0.0.1, answering with Stripe's own objects and by its rules. With a store
 * to tell, its sessions are paid on a page of its own, and the store hears of it by a signed webhook.
 */
export async function startFakeStripe(store?: Told): Promise<FakeStripe> {
  const [sessions, replies, refunds] = [new Map<string, Row>(), new Map<string, Reply>(), [] as Row[]];
  const disputes: Row[] = [];
  const server = await startLoopbackServer((request, response) => {
    void readForm(request).then(async (form) => {
      const page = store && (await hostedPage(store, { sessions, pay }, request.method ?? 'GET', request.url ?? ''));
      if (page) return void response.writeHead(page.status, page.headers).end(page.body);
      const key = request.headers['idempotency-key'] as string | undefined;
      const answered = key ? replies.get(key) : undefined;
      const url = request.url ?? '';
      const reply = answered ?? answerSetup(told.setup, url) ?? answer(request.method ?? 'GET', url, form);
      // Stripe keeps the first answer under a key, but not the refusals of its validation.
      if (key && reply.status === 200) replies.set(key, reply);
      response.writeHead(reply.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply.body));
    });
  });

  const told = {
    refundStatus: 'succeeded' as string | null,
    setup: { charges: true, webhooks: store ? [{ url: store.webhook }] : [] } as FakeSetup,
  };
  const list = (rows: Row[], intent: string | null): Reply => ({
    status: 200,
    body: { object: 'list', has_more: false, data: rows.filter((row) => row.payment_intent === intent) },
  });

  function answer(method: string, url: string, form: URLSearchParams): Reply {
    const [, id, verb] = /^\/v1\/checkout\/sessions(?:\/([^/?]+))?(?:\/(expire))?/.exec(url) ?? [];
    const listed = new URL(url, 'http://stripe').searchParams.get('payment_intent');
    if (method === 'GET' && /^\/v1\/(refunds|disputes)/.test(url))
      return list(url.startsWith('/v1/refunds') ? refunds : disputes, listed);
    if (url.startsWith('/v1/refunds')) return refund(form);
    const intent = /^\/v1\/payment_intents\/([^/?]+)/.exec(url)?.[1];
    const paid = [...sessions.values()].find((each) => each.payment_intent === intent);
    if (intent === 'pi_unknown') return refusal(`No such payment_intent: '${intent}'`, 404);
    if (intent)
      return {
        status: 200,
        body: {
          id: intent,
          object: 'payment_intent',
          metadata: paid?.metadata ?? {},
          latest_charge: {
            id: 'ch_1',
            object: 'charge',
            payment_method_details: { card: { fingerprint: `fp_${intent.length}` } },
          },
        },
      };
    if (!id) return method === 'POST' ? open(form) : refusal('No such route');
    const session = sessions.get(id);
    if (!session) return refusal(`No such checkout.session: ${id}`, 404);
    if (verb !== 'expire') return { status: 200, body: session };
    if (session.status !== 'open') return refusal('Only open sessions can be expired');
    return { status: 200, body: Object.assign(session, { status: 'expired', url: null }) };
  }

  function open(form: URLSearchParams): Reply {
    const expiresAt = Number(form.get('expires_at'));
    if (expiresAt < Date.now() / 1000 + 30 * 60)
      return refusal('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.');
    const id = `cs_test_${sessions.size + 1}${'x'.repeat(20)}`;
    const session: Row = {
      ...objects['checkout.session'],
      id,
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total:
        Number(form.get('line_items[0][price_data][unit_amount]')) * Number(form.get('line_items[0][quantity]')),
      currency: form.get('line_items[0][price_data][currency]'),
      expires_at: expiresAt,
      client_reference_id: form.get('client_reference_id'),
      metadata: { paymentId: form.get('metadata[paymentId]'), orderNumber: form.get('metadata[orderNumber]') },
      success_url: form.get('success_url'),
      cancel_url: form.get('cancel_url'),
      url: store ? `http://127.0.0.1:${server.port}/c/pay/${id}` : `https://checkout.stripe.com/c/pay/${id}`,
    };
    sessions.set(id, session);
    return { status: 200, body: session };
  }

  function refund(form: URLSearchParams): Reply {
    const intent = form.get('payment_intent');
    const session = [...sessions.values()].find((each) => each.payment_intent === intent);
    const amount = Number(form.get('amount'));
    const given = refunds
      .filter((each) => each.payment_intent === intent)
      .reduce((sum, each) => sum + Number(each.amount), 0);
    if (!session) return refusal(`No such payment_intent: '${intent}'`, 404);
    if (given + amount > Number(session.amount_total)) return refusal('Refund amount is greater than charge amount');
    const row: Row = {
      ...objects.refund,
      id: `re_${refunds.length + 1}`,
      amount,
      currency: session.currency,
      payment_intent: intent,
      status: told.refundStatus,
      metadata: { refundId: form.get('metadata[refundId]') },
    };
    refunds.push(row);
    return { status: 200, body: row };
  }

  const pay = (id: string) =>
    void Object.assign(sessions.get(id)!, {
      status: 'complete',
      payment_status: 'paid',
      payment_intent: `pi_${id}`,
      url: null,
    });
  return Object.assign(told, { port: server.port, sessions, refunds, disputes, pay, close: server.close });
}

function refusal(message: string, status = 400): Reply {
  return { status, body: { error: { type: 'invalid_request_error', message } } };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
