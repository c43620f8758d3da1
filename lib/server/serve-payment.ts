import type { IncomingMessage, ServerResponse } from 'node:http';

import { answer } from '@/lib/core/endpoint';

import { readText, writeAnswer } from './bare-server';
import { payDemoForm } from './pay-demo-form';
import { mostBytes, takeWebhook, type Gateway } from './webhook';

const webhook = /^\/api\/webhooks\/(demo|stripe)$/;
const payForm = /^\/demo-pay\/([\w-]{1,80})\/pay$/;

/** Answers the gateways' webhooks and the demo gateway's form on the bare server; false for any other request. */
export async function servePayment(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  const [, provider] = (request.method === 'POST' && webhook.exec(path)) || [];
  const [, session] = (request.method === 'POST' && !provider && payForm.exec(path)) || [];
  if (!provider && !session) return false;
  const text = await readText(request, mostBytes);
  const headers = { get: (name: string) => (request.headers[name] as string | undefined) ?? null };
  if (text === null) writeAnswer(response, answer(413, { error: 'too-large' }));
  else
    writeAnswer(
      response,
      session ? await payDemoForm(session, text) : await takeWebhook(provider as Gateway, text, headers),
    );
  return true;
}
