import { createServer, type RequestListener } from 'node:http';
import { connect } from 'node:net';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { env } from '@/lib/core/env';
import { hear, openLane, type Lane, type Pass } from '@/tests/support/desync';

import { createFront } from './front';
import { mostInFlight, openUpstream } from './upstream';

let lane: Lane;
afterEach(() => {
  vi.restoreAllMocks();
  return lane.close();
});

async function open(answer: RequestListener, mostBytes = 1_000): Promise<void> {
  const way = (socketPath: string) => {
    const { pass, close } = openUpstream(socketPath, 1);
    return { pass: ((request, response) => pass(request, response, mostBytes)) as Pass, close };
  };
  lane = await openLane(way, (serve) => createFront((request, response) => void serve(request, response)), answer);
}

const hasHead = (heard: string) => heard.includes('\r\n\r\n');
const untilEnd = () => false;
const ask = (line: string, headers = '', body = '', isEnough: (heard: string) => boolean = hasHead) =>
  hear(lane.port, `${line} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n${body}`, isEnough);
const statusOf = ({ heard }: { heard: string }) => Number(heard.slice(9, 12));

describe('an answer', () => {
  it('that was cut short never looks complete', async () => {
    await open((request, response) => {
      if (request.url === '/length') response.writeHead(200, { 'content-length': 100 });
      response.write('half');
      setTimeout(() => response.destroy(), 30);
    });
    const chunked = await ask('GET /chunks', '', '', untilEnd);
    expect([chunked.ended, chunked.heard.includes('half'), chunked.heard.endsWith('0\r\n\r\n')]).toEqual([
      true,
      true,
      false,
    ]);
    const counted = await ask('GET /length', '', '', untilEnd);
    expect([
      counted.ended,
      counted.heard.endsWith('half'),
      counted.heard.toLowerCase().includes('content-length: 100'),
    ]).toEqual([true, true, true]);
    // An HTTP/1.0 client has nothing but the way in which the connection ends.
    const ending = new Promise<string>((resolve) => {
      const socket = connect(lane.port, '127.0.0.1', () =>
        socket.write('GET /chunks HTTP/1.0\r\nHost: localhost\r\n\r\n'),
      );
      socket
        .on('data', () => undefined)
        .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
        .on('end', () => resolve('end'));
    });
    expect(await ending).toBe('ECONNRESET');
  });

  it('carries no header about the other connection, and all that are about itself', async () => {
    await open((_request, response) =>
      response
        .writeHead(200, [
          'Set-Cookie',
          'a=1',
          'Set-Cookie',
          'b=2',
          'Connection',
          'x-hop',
          'X-Hop',
          'gone',
          'Keep-Alive',
          'timeout=77',
          'X-End',
          'stays',
        ])
        .end('x'),
    );
    const { heard } = await ask('GET /');
    expect(heard).toMatch(/Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n/);
    expect(heard).toContain('X-End: stays');
    expect(heard).not.toMatch(/x-hop|timeout=77/i);
  });

  it('that comes before the whole body reaches the client', async () => {
    await open((_request, response) => response.writeHead(401).end('who?'), 100_000_000);
    const body = 'x'.repeat(3_000_000);
    const { heard, ended } = await ask('POST /api/upload', `Content-Length: ${body.length + 1}\r\n`, body, untilEnd);
    expect(heard).toMatch(/^HTTP\/1.1 401[^]*who\?/);
    expect(ended).toBe(true);
  });
});

describe('who leaves', () => {
  it('in the middle of an answer ends the work behind it', async () => {
    const ended = new Promise<void>(
      (resolve) =>
        void open((_request, response) => {
          response.write('x'.repeat(1_000));
          response.once('close', resolve);
        }).then(async () => {
          await ask('GET /endless');
        }),
    );
    await ended;
  });

  it('in the middle of a body leaves no half request to the next visitor', async () => {
    await open((request, response) => request.on('end', () => response.end(`[${request.url}]`)).resume());
    const socket = connect(lane.port, '127.0.0.1', () =>
      socket.write('POST /half HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\nGET /stolen HTTP/1.1\r\n'),
    );
    await expect.poll(() => lane.read[0]?.body).toContain('/stolen');
    socket.destroy();
    expect((await ask('GET /next', '', '', (heard) => heard.endsWith(']'))).heard).toContain('[/next]');
    expect(lane.read.map(({ url }) => url)).toEqual(['/half', '/next']);
  });
});

describe('a body', () => {
  const echo: RequestListener = (request, response) => request.on('end', () => response.end('read')).resume();

  it.each([
    ['of a length', `Content-Length: 1001\r\n`, 'x'.repeat(1_001)],
    ['of chunks', 'Transfer-Encoding: chunked\r\n', `3e9\r\n${'x'.repeat(1_001)}\r\n0\r\n\r\n`],
    ['of chunks without end', 'Transfer-Encoding: chunked\r\n', `ffffff\r\n${'x'.repeat(3_000)}`],
  ])('%s that is longer than its limit gets 413', async (_how, header, body) => {
    await open(echo);
    expect(statusOf(await ask('POST /form', header, body))).toBe(413);
  });

  it('is refused by its announced length before any of it is sent', async () => {
    await open(echo);
    expect(statusOf(await ask('POST /api/preview', 'Content-Length: 70000\r\n'))).toBe(413);
    const { heard } = await ask('POST /api/preview', 'Expect: 100-continue\r\nContent-Length: 70000\r\n');
    expect([heard.includes('100 Continue'), heard.slice(9, 12)]).toEqual([false, '413']);
    expect(lane.read).toEqual([]);
  });

  it('that fits is passed on whole, also when its sender waits to be asked for it', async () => {
    await open(echo);
    const { heard } = await ask('POST /form', 'Expect: 100-continue\r\nContent-Length: 4\r\n', 'four', (heard) =>
      / 200 .*\r\n/.test(heard),
    );
    expect(heard).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200/);
    expect(lane.read.map(({ body }) => body)).toEqual(['four']);
  });
});

describe('the front', () => {
  const plain: RequestListener = (_request, response) => response.end('passed');

  it.each([
    '/api/internal/tags',
    '/api//internal/tags',
    '/api/./internal/tags',
    '/x/../api/internal/tags',
    '/%61pi/internal/tags',
    '/api/internal/%74ags?a=1',
    '\\api\\internal\\tags'.replace('\\', '/'),
  ])('keeps %s to its own process', async (path) => {
    await open(plain);
    expect([statusOf(await ask(`POST ${path}`, 'Content-Length: 500\r\n')), lane.passed]).toEqual([404, []]);
  });

  it.each([
    ['TRACE', 405],
    ['PUT', 405],
    ['DELETE', 405],
  ])('answers %s with %d', async (method, status) => {
    await open(plain);
    expect(statusOf(await ask(`${method} /`))).toBe(status);
  });

  it.each([
    ['localhost', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['shop.localhost', 200],
    ['rebound.example', 421],
    ['localhost.rebound.example', 421],
    ['127.0.0.1.rebound.example', 421],
  ])('of the demo answers Host %s with %d', async (host, status) => {
    await open(plain);
    expect(statusOf(await hear(lane.port, `GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`, hasHead))).toBe(status);
  });

  it('begins only so many requests that one connection sends at once', async () => {
    await open((_request, response) => void setTimeout(() => response.end('late'), 50));
    const { heard } = await hear(
      lane.port,
      'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(100),
      (text) => text.split('HTTP/1.1 ').length > 100,
    );
    expect(heard.match(/HTTP\/1\.1 200/g)?.length).toBe(32);
    expect(heard).toContain('HTTP/1.1 503');
  });

  it('leaves room for others where one network begins thousands of requests and ends none', async () => {
    vi.spyOn(env, 'TRUSTED_PROXIES', 'get').mockReturnValue(1);
    await open((request, response) => request.on('end', () => response.end('read')).resume());
    const sockets = Array.from({ length: mostInFlight.ofNetwork + 20 }, () =>
      connect(lane.port, '127.0.0.1').on('error', () => undefined),
    );
    const refused = new Promise<string>((resolve) =>
      sockets.forEach((socket) => socket.on('data', (data) => resolve(String(data)))),
    );
    sockets.forEach((socket) =>
      socket.write(
        'POST /half HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.0.0.1\r\nContent-Length: 9\r\n\r\nhalf',
      ),
    );
    expect(await refused).toContain('503');
    await expect.poll(() => lane.passed.length).toBe(sockets.length);
    expect(statusOf(await ask('GET /', 'X-Forwarded-For: 6.6.6.6, 10.0.0.1\r\n'))).toBe(503);
    const other = ask('GET /', 'X-Forwarded-For: 10.0.0.2\r\n');
    sockets.forEach((socket) => socket.destroy());
    expect(statusOf(await other)).toBe(200);
    expect(statusOf(await ask('GET /', 'X-Forwarded-For: 10.0.0.1\r\n'))).toBe(200);
  });

  it('control: a server of Node alone passes on what it refuses', async () => {
    lane = await openLane(
      (socketPath) => {
        const { pass, close } = openUpstream(socketPath, 1);
        return { pass: ((request, response) => pass(request, response, 1_000)) as Pass, close };
      },
      (serve) => createServer(serve),
      plain,
    );
    expect(statusOf(await ask('GET /', 'Upgrade: h2c\r\nConnection: Upgrade\r\n'))).toBe(200);
    expect(statusOf(await ask('POST /api/internal/tags'))).toBe(200);
  });
});
