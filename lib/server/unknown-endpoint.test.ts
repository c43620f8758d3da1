import { readdirSync } from 'node:fs';

import { expect, it } from 'vitest';

import { startLoopbackServer } from '@/tests/support/loopback-server';

import { answeredByPages, answerUnknownEndpoint } from './unknown-endpoint';

it('Next has a handler for no other address under /api', () => {
  const addresses = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .map((file) => `/api/${file.replace(/(\[.*\]\/)?route\.tsx?$/, '')}`);
  const own = Object.keys(answeredByPages).map((each) => (each.endsWith('/') ? each : `${each}/`));
  expect(addresses.toSorted()).toEqual(own.toSorted());
});

it('answers an address that is nobody’s in JSON, and leaves the rest to the pages', async () => {
  const server = await startLoopbackServer((request, response) => {
    if (!answerUnknownEndpoint(request, response)) response.end('page');
  });
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
    return [response.status, await response.text()];
  };
  const missing = [404, JSON.stringify({ error: 'not-found' })];
  for (const path of ['/api/nothing', '/api/health/x', '/api/auth', '/api/previews?a=1'])
    expect(await get(path)).toEqual(missing);
  for (const path of ['/api/health', '/api/health?a=1', '/api/auth/csrf', '/api/upload', '/en', '/apiary'])
    expect(await get(path)).toEqual([200, 'page']);
  await server.close();
});
