import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { openUpstream } from './upstream';

// Nobody listens on this socket.
const upstream = openUpstream(`/tmp/millet-nobody-${process.pid}`);
let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer((request, response) => upstream.pass(request, response, 1_000));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close().closeAllConnections();
  await upstream.close();
});

const get = (path: string, accept: string) => fetch(`${address}${path}`, { headers: { accept } });

it('a reader whose page did not come gets a page in the language of the address', async () => {
  for (const [path, lang, sentence] of [
    ['/en/boards', 'en', 'We can’t show this page right now.'],
    ['/zh/boards', 'zh-CN', '暂时打不开这个页面，请稍后再试。'],
    ['/zh', 'zh-CN', '暂时打不开这个页面'],
    ['/zhou', 'en', 'We can’t show this page right now.'],
  ] as const) {
    const answer = await get(path, 'text/html,*/*;q=0.8');
    const text = await answer.text();
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
      503,
      '1',
      'private, no-store',
    ]);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(sentence);
  }
});

it('a program gets plain text', async () => {
  const answer = await get('/en/boards', '*/*');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
  expect(await answer.text()).toBe('Try again in a moment\n');
});
