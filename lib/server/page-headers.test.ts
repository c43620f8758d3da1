import type { RequestListener } from 'node:http';

import { afterEach, expect, it } from 'vitest';

import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';

import { shortenSharedLife } from './page-headers';

let server: LoopbackServer;
afterEach(() => server.close());

async function headersOf(answer: RequestListener): Promise<Headers> {
  server = await startLoopbackServer(answer);
  return (await fetch(`http://127.0.0.1:${server.port}`)).headers;
}

it.each([
  ['s-maxage=31536000', false, 'max-age=0, s-maxage=5, must-revalidate'],
  ['s-maxage=5, stale-while-revalidate=295', false, 'max-age=0, s-maxage=5, must-revalidate'],
  ['private, no-store', false, 'private, no-store'],
  ['s-maxage=5, stale-while-revalidate=295', true, 'private, no-store'],
])('makes %j (for one reader: %s) %j', async (given, forOne, expected) => {
  const headers = await headersOf((_request, response) => {
    shortenSharedLife(response, forOne);
    response.setHeader('Cache-Control', given);
    response.end();
  });
  expect(headers.get('cache-control')).toBe(expected);
});
