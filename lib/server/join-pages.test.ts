import { createServer, request as ask, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { rmSync } from 'node:fs';

import { afterEach, expect, it } from 'vitest';

import { joinPages } from './join-pages';

const socketPath = `/tmp/millet-join-pages-${process.pid}`;
const ends: (() => unknown)[] = [];
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

async function serve(): Promise<{ port: number; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  rmSync(socketPath, { force: true });
  const pages = createServer((_, response) => response.end('page')).listen(socketPath);
  pages.on('upgrade', (request, socket: Socket) => {
    seen.push(request);
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\nX-Pages: yes\r\n\r\n',
    );
    socket.on('data', (text) => socket.write(`heard ${String(text)}`));
  });
  const joined = joinPages(socketPath);
  const front = createServer((request, response) => joined.pass(request, response, 1_000)).listen(0, '127.0.0.1');
  front.on('upgrade', joined.upgrade);
  await once(front, 'listening');
  ends.push(
    () => joined.stop(),
    () => front.close().closeAllConnections(),
    () => pages.close().closeAllConnections(),
  );
  return { port: (front.address() as AddressInfo).port, seen };
}

function open(
  port: number,
  path: string,
  host = '127.0.0.1',
): Promise<{ status: number; socket?: Socket; pages?: unknown }> {
  const asked = ask({
    port,
    path,
    host: '127.0.0.1',
    headers: {
      host,
      connection: 'upgrade',
      upgrade: 'websocket',
      origin: 'http://127.0.0.1',
      'sec-websocket-key': 'a',
    },
  }).end();
  return new Promise((resolve, reject) => {
    asked.on('upgrade', ({ statusCode = 0, headers }, socket) => {
      ends.push(() => socket.destroy());
      resolve({ status: statusCode, socket, pages: headers['x-pages'] });
    });
    asked.on('response', ({ statusCode = 0 }) => resolve({ status: statusCode }));
    asked.on('error', reject);
  });
}

it('passes the connection on by which the browser hears of edits, both ways', async () => {
  const { port, seen } = await serve();
  const { status, socket, pages } = await open(port, '/_next/hmr?id=1');
  expect([status, pages, seen[0]?.url, seen[0]?.headers.origin]).toEqual([
    101,
    'yes',
    '/_next/hmr?id=1',
    'http://127.0.0.1',
  ]);
  socket!.write('an edit');
  expect(String((await once(socket!, 'data'))[0])).toBe('heard an edit');
});

it('passes no other such connection on', async () => {
  const { port, seen } = await serve();
  expect((await open(port, '/en')).status).toBe(400);
  expect((await open(port, '/_next/hmrx')).status).toBe(400);
  expect(seen).toEqual([]);
});
