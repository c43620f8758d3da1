import { connect } from 'node:net';

import { afterEach, expect, it } from 'vitest';

import type { StreamEndpoint } from '@/lib/core/endpoint';
import { pause } from '@/scripts/lib/processes';
import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';

import { serveLive } from './serve-live';

let server: LoopbackServer;
afterEach(() => server.close());

async function start(open: StreamEndpoint['open']): Promise<void> {
  server = await startLoopbackServer(
    (request, response) => void serveLive(request, response, [{ path: '/api/live/:slug', admits: 'anyone', open }]),
  );
}

/** So many readers ask at once, and leave when all were heard. */
async function leave(readers: number): Promise<void> {
  const heard = server.requests.length;
  const sockets = Array.from({ length: readers }, () => {
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write('GET /api/live/a HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    );
    return socket;
  });
  await expect.poll(() => server.requests.length).toBe(heard + readers);
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve).destroy())));
}

it('forgets streams whose readers left before they were open', async () => {
  let listening = 0;
  let opened: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (opened = resolve));
  await start(async () => {
    await gate;
    return () => {
      listening += 1;
      return () => void (listening -= 1);
    };
  });
  await leave(60);
  await leave(60);
  opened();
  const response = await fetch(`http://127.0.0.1:${server.port}/api/live/a`);
  expect([response.status, listening]).toEqual([200, 1]);
  await response.body?.cancel();
  await expect.poll(() => listening).toBe(0);
});

it('lets one network have so many at once, also while none is open yet', async () => {
  await start(async () => {
    await pause(200);
    return () => () => undefined;
  });
  const responses = await Promise.all(
    Array.from({ length: 110 }, () => fetch(`http://127.0.0.1:${server.port}/api/live/a`)),
  );
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(100);
  await Promise.all(responses.map(({ body }) => body?.cancel()));
  await expect
    .poll(async () => {
      const again = await fetch(`http://127.0.0.1:${server.port}/api/live/a`);
      await again.body?.cancel();
      return again.status;
    })
    .toBe(200);
});

it('gives the place back where there is nothing to listen to', async () => {
  await start(async () => null);
  for (let at = 0; at < 150; at += 1)
    expect((await fetch(`http://127.0.0.1:${server.port}/api/live/none`)).status).toBe(404);
});
