import { expect, it } from 'vitest';

import { startLoopbackServer } from '@/tests/support/loopback-server';

import { leadOnce } from './lead-once';

it('sends a Location that Next gave twice once, and other headers as often as they came', async () => {
  const server = await startLoopbackServer((_request, response) => {
    leadOnce(response);
    response.setHeader('Location', '/en/t/1/a');
    response.appendHeader('location', '/en/t/1/a');
    response.setHeader('x-twice', '1').appendHeader('x-twice', '2');
    response.writeHead(308).end();
  });
  const { headers } = await fetch(`http://127.0.0.1:${server.port}`, { redirect: 'manual' });
  await server.close();
  expect([headers.get('location'), headers.get('x-twice')]).toEqual(['/en/t/1/a', '1, 2']);
});
