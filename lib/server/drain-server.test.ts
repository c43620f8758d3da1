import { Agent, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

type Ended = { answered: number; cut: number; refused: number };

/** Clients that ask again and again on connections that they keep, until none is accepted any more. */
async function rush(
  port: number,
  clients: number,
  until: () => boolean,
  ended: Ended = { answered: 0, cut: 0, refused: 0 },
): Promise<Ended> {
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      while (!until()) {
        const outcome = await askOnce(port, agent);
        ended[outcome] += 1;
        if (outcome === 'refused') break;
      }
      agent.destroy();
    }),
  );
  return ended;
}

function askOnce(port: number, agent: Agent): Promise<keyof Ended> {
  return new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', agent, path: '/en' }, (response) => {
      response.resume().once('close', () => resolve(response.complete ? 'answered' : 'cut'));
    });
    asked.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED' ? 'refused' : 'cut'));
    asked.end();
  });
}

let server: Server;
let port: number;
let drainServer: typeof import('./drain-server').drainServer;

// A process ends once: each test begins with modules of its own, and leaves none that is ending to other files.
afterAll(() => void vi.resetModules());

beforeEach(async () => {
  vi.resetModules();
  ({ drainServer } = await import('./drain-server'));
  const { createFront } = await import('./front');
  server = createFront(async (_request, response) => {
    await pause(5 + Math.random() * 60);
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write('first ');
    await pause(Math.random() * 20);
    response.end('last');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

describe('a server that is told to end', () => {
  it('cuts no request short, and accepts none afterwards', async () => {
    const ended: Ended = { answered: 0, cut: 0, refused: 0 };
    const clients = rush(port, 40, () => false, ended);
    await vi.waitUntil(() => ended.answered > 100, { timeout: 20_000, interval: 5 });
    await drainServer(server, 20_000);
    await clients;
    expect(ended.cut).toBe(0);
    expect(ended.refused).toBe(40);
  });

  it('cuts requests when it closes at once (control)', async () => {
    let over = false;
    const clients = rush(port, 40, () => over);
    await pause(300);
    server.close();
    server.closeAllConnections();
    over = true;
    expect((await clients).cut).toBeGreaterThan(0);
  });

  it('closes what takes longer than it may', async () => {
    const slow = new Promise<string>((resolve) => {
      const asked = request({
        port,
        host: '127.0.0.1',
        path: '/en',
        method: 'POST',
        headers: { 'content-length': 10 },
      });
      asked
        .once('error', () => resolve('closed'))
        .once('response', (response) => response.resume().once('close', () => resolve('answered')));
      asked.write('half');
    });
    server.removeAllListeners('request').on('request', () => undefined);
    await pause(100);
    const began = Date.now();
    await drainServer(server, 500);
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(await slow).toBe('closed');
  });

  it('says to a balancer that nothing more may come', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const health = () =>
      new Promise<number>((resolve, reject) => {
        request({ port, host: '127.0.0.1', agent, path: '/api/health' }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode ?? 0));
        })
          .once('error', reject)
          .end();
      });
    expect(await health()).toBe(200);
    const drained = drainServer(server, 5_000);
    expect(await health()).toBe(503);
    await drained;
  });
});
