import type { IncomingMessage, ServerResponse } from 'node:http';

import { securityHeaders } from './headers';
import { payDemoForm } from './pay-demo-form';
import { takeWebhook } from './webhook';

const mostBytes = 512 * 1024;
const webhook = /^\/api\/webhooks\/(demo|stripe)$/;
const payForm = /^\/demo-pay\/([\w-]{1,80})\/pay$/;

/** Answers the gateways' webhooks and the demo gateway's form on the bare server; false when the request is for somebody else. */
export async function servePayment(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  const [, provider] = (request.method === 'POST' && webhook.exec(path)) || [];
  const [, session] = (request.method === 'POST' && !provider && payForm.exec(path)) || [];
  if (!provider && !session) return false;
  const asked = await requestOf(request, path);
  if (!asked) await write(response, Response.json({ error: 'too-large' }, { status: 413 }));
  else await write(response, session ? await payDemoForm(session, asked) : await takeWebhook(provider as 'demo' | 'stripe', asked));
  return true;
}

async function requestOf(request: IncomingMessage, path: string): Promise<Request | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  const headers = Object.entries(request.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return new Request(`http://localhost${path}`, { method: 'POST', headers, body: Buffer.concat(chunks) });
}

const fixedHeaders = Object.fromEntries(securityHeaders.map(({ key, value }) => [key, value]));

async function write(response: ServerResponse, given: Response): Promise<void> {
  const body = Buffer.from(await given.arrayBuffer());
  response.writeHead(given.status, { ...fixedHeaders, 'cache-control': 'private, no-store', ...Object.fromEntries(given.headers), 'content-length': body.byteLength });
  response.end(body);
}
