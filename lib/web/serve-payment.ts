import type { IncomingMessage, ServerResponse } from 'node:http';

import { answer, type Answer } from '@/lib/core/door';

import { securityHeaders } from './headers';
import { payDemoForm } from './pay-demo-form';
import { mostBytes, takeWebhook, type Gateway } from './webhook';

const webhook = /^\/api\/webhooks\/(demo|stripe)$/;
const payForm = /^\/demo-pay\/([\w-]{1,80})\/pay$/;

/** Answers the gateways' webhooks and the demo gateway's form on the bare server; false when the request is for somebody else. */
export async function servePayment(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  const [, provider] = (request.method === 'POST' && webhook.exec(path)) || [];
  const [, session] = (request.method === 'POST' && !provider && payForm.exec(path)) || [];
  if (!provider && !session) return false;
  const text = await bodyOf(request);
  const headers = { get: (name: string) => (request.headers[name] as string | undefined) ?? null };
  if (text === null) write(response, answer(413, { error: 'too-large' }));
  else write(response, session ? await payDemoForm(session, text) : await takeWebhook(provider as Gateway, text, headers));
  return true;
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const fixedHeaders = Object.fromEntries(securityHeaders.map(({ key, value }) => [key, value]));

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = body === null ? '' : JSON.stringify(body);
  response.writeHead(status, { ...fixedHeaders, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers });
  response.end(text);
}
