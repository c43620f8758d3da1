import { connect } from 'node:net';

import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Stream, StreamEndpoint } from '@/lib/core/endpoint';
import { neverOpened } from '@/lib/core/opening';
import { pause } from '@/scripts/lib/processes';
import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';

let server: LoopbackServer;
let serveLive: typeof import('./serve-live').serveLive;
// A process drains once: each test begins with modules of its own, and leaves none that drains to other files.
beforeEach(async () => {
  vi.resetModules();
  ({ serveLive } = await import('./serve-live'));
});
afterEach(() => server.close());
afterAll(() => void vi.resetModules());

const path = '/api/drops/:slug/live';
async function start(open: StreamEndpoint['open']): Promise<void> {
  server = await startLoopbackServer(
    (request, response) => void serveLive(request, response, [{ path, admits: 'anyone', open }]),
  );
}

const ask = () => fetch(`http://127.0.0.1:${server.port}/api/drops/a/live`);

/** So many readers ask at once, and leave when all were heard. */
async function leave(readers: number): Promise<void> {
  const heard = server.requests.length;
  const sockets = Array.from({ length: readers }, () => {
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write('GET /api/drops/a/live HTTP/1.1\r\nHost: localhost\r\n\r\n'),
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
  const response = await ask();
  expect([response.status, listening]).toEqual([200, 1]);
  await response.body?.cancel();
  await expect.poll(() => listening).toBe(0);
});

it('lets one network have so many at once, also while none is open yet', async () => {
  await start(async () => {
    await pause(200);
    return () => () => undefined;
  });
  const responses = await Promise.all(Array.from({ length: 110 }, () => ask()));
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(100);
  await Promise.all(responses.map(({ body }) => body?.cancel()));
  await expect
    .poll(async () => {
      const again = await ask();
      await again.body?.cancel();
      return again.status;
    })
    .toBe(200);
});

it('gives the place back where there is nothing to listen to', async () => {
  await start(async () => null);
  for (let at = 0; at < 150; at += 1) expect((await ask()).status).toBe(404);
});

describe('a stream', () => {
  const happenings = {
    'its area is turned off': async () => (await import('./areas')).takeAreas({ off: ['drops'], version: 1 }),
    'what its area stands on is turned off': async () =>
      (await import('./areas')).takeAreas({ off: ['shop'], version: 1 }),
    'the site is closed': async () => {
      const { takeOpening } = await import('./opening');
      takeOpening({ ...neverOpened, version: 1, open: true });
      takeOpening({ ...neverOpened, version: 2 });
    },
    'the process drains': async () => (await import('./draining')).beginDraining(),
    'another area is turned off (control)': async () =>
      (await import('./areas')).takeAreas({ off: ['ideas'], version: 1 }),
  };
  const happens = Object.entries(happenings).map(([when, happen]) => ({
    when,
    happen,
    ends: !when.includes('control'),
  }));

  const makeStream = () => {
    const made = { listening: 0, send: (() => undefined) as Parameters<Stream>[0] };
    const stream: Stream = (send) => {
      made.send = send;
      made.listening += 1;
      return () => void (made.listening -= 1);
    };
    return { made, stream };
  };

  // Whether all of an answer has come within a moment.
  const isWhole = (answer: Response) => Promise.race([answer.text().then(() => true), pause(300).then(() => false)]);

  it.each(happens)('that opens while $when: ended $ends', async ({ happen, ends }) => {
    const { made, stream } = makeStream();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let asked = 0;
    await start(async () => {
      asked += 1;
      await gate;
      return stream;
    });
    const answered = ask();
    await expect.poll(() => asked).toBe(1);
    await happen();
    open();
    const answer = await answered;
    expect([answer.status, await isWhole(answer), made.listening]).toEqual([200, ends, ends ? 0 : 1]);
  });

  it.each(happens)('that is open when $when: ended $ends', async ({ happen, ends }) => {
    const { made, stream } = makeStream();
    await start(async () => stream);
    const answer = await ask();
    await happen();
    // What still comes then is not written behind the end, which would be an error that nobody catches.
    made.send('state', { late: true });
    expect([answer.status, await isWhole(answer)]).toEqual([200, ends]);
    expect(made.listening).toBe(ends ? 0 : 1);
  });
});
