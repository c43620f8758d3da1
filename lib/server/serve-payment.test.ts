import { createHmac } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';

import { servePayment } from './serve-payment';
import { mostBytes } from './webhook';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer(async (request, response) => {
    if (!(await servePayment(request, response))) response.writeHead(204).end();
  });
});
afterAll(() => server.close());

const post = async (path: string, body: string, headers: Record<string, string> = {}) =>
  (await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', body, headers, redirect: 'manual' })).status;

it.each([
  ['a webhook of the demo gateway without its signature', '/api/webhooks/demo', 400],
  ['a webhook of a gateway that is not in use', '/api/webhooks/stripe', 404],
  ['a webhook of no gateway', '/api/webhooks/none', 204],
  ['a payment of a session that there is not', '/demo-pay/cs_none/pay', 404],
])('does nothing for %s', async (_what, path, status) => {
  const signature = createHmac('sha256', 'not the secret').update('{}').digest('hex');
  expect(await post(path, 'outcome=succeed', { 'stripe-signature': `t=1,v1=${signature}` })).toBe(status);
});

it('reads no more than a gateway sends', async () => {
  expect(await post('/api/webhooks/demo', 'a'.repeat(mostBytes + 1))).toBe(413);
});
