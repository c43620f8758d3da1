import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { pause } from '@/scripts/lib/processes';
import { openLane, sendRaw, type Lane, type Pass } from '@/tests/support/desync';
import { mark, openPageSite, type PageSite } from '@/tests/support/page-site';

import { createFront } from './front';
import { serveLive } from './serve-live';
import { mostInFlight, openUpstream } from './upstream';

const asked = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

/** Asks for many things ahead of their answers, the first of which never ends, and leaves once all are read. */
async function askAndLeave(port: number, bytes: string, countRead: () => number): Promise<void> {
  const all = countRead() + bytes.split('\r\n\r\n').length - 1;
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes)).on('data', () => undefined);
  await expect.poll(countRead, { interval: 5 }).toBe(all);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.destroy();
  await closed;
}

async function closesOf(create: typeof createServer): Promise<number[]> {
  let [begun, closed] = [0, 0];
  const server = create((request, response) => {
    begun += 1;
    response.once('close', () => (closed += 1));
    if (request.url !== '/never') response.end('x');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const bytes = asked('/a') + asked('/never') + asked('/b').repeat(5);
  await askAndLeave((server.address() as AddressInfo).port, bytes, () => begun);
  await new Promise((resolve) => server.close(resolve));
  return [begun, closed];
}

describe('an answer behind one that never ends', { timeout: 60_000 }, () => {
  it('hears that its client has left, and none hears it twice', async () => {
    const create = ((serve: Pass) => createFront((...asked) => void serve(...asked))) as unknown as typeof createServer;
    expect(await closesOf(create)).toEqual([7, 7]);
  });

  // Node 24.21 was seen to tell all of them by itself.
  it.runIf(Number.parseInt(process.versions.node, 10) < 24)('control: of Node alone it does not', async () => {
    expect(await closesOf(createServer)).toEqual([7, 2]);
  });

  let lane: Lane | undefined;
  let site: PageSite | undefined;
  afterEach(async () => {
    vi.restoreAllMocks();
    await Promise.all([lane?.close(), site?.close()]);
    [lane, site] = [undefined, undefined];
  });

  it('leaves the pages of its network to others once its client has left', async () => {
    lane = await openLane(
      (socketPath) => openWay(socketPath),
      (serve) => createFront((...asked) => void serve(...asked)),
      (request, response) => void (request.url === '/never' || response.end('page')),
    );
    const passed = () => lane!.passed.length;
    const connections = Math.ceil(mostInFlight.ofNetwork / 30);
    for (let at = 0; at < connections; at += 1)
      await askAndLeave(lane.port, asked('/never') + asked('/a').repeat(mostInFlight.ofConnection - 1), passed);
    expect((await sendRaw(lane.port, asked('/b'), { firstMs: 15_000 })).heard).toMatch(/^HTTP\/1.1 200/);
  });

  it('leaves the streams of its network to others once its client has left', async () => {
    let [asks, listening] = [0, 0];
    const live = [
      {
        path: '/api/live',
        admits: 'anyone' as const,
        open: async () => () => ((listening += 1), () => void (listening -= 1)),
      },
    ];
    lane = await openLane(
      () => ({
        pass: ((request, response) => void ((asks += 1), serveLive(request, response, live))) as Pass,
        close: () => undefined,
      }),
      (serve) => createFront((...asked) => void serve(...asked)),
    );
    for (let at = 0; at < 4; at += 1) await askAndLeave(lane.port, asked('/api/live').repeat(30), () => asks);
    await expect.poll(() => listening).toBe(0);
    expect((await sendRaw(lane.port, asked('/api/live'), { firstMs: 15_000 })).heard).toMatch(/^HTTP\/1.1 200/);
  });

  it('does not pass for one who makes a document when it was refused', async () => {
    site = await openPageSite((response, { url }) => {
      if (url !== '/en/never') mark(response).end(`page ${site!.made}`);
    });
    await site.raw('/en/a');
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5_100);
    const socket = connect(site.port, '127.0.0.1', () =>
      socket.write(asked('/en/never').repeat(mostInFlight.ofConnection) + asked('/en/a')),
    );
    await pause(150);
    const heard = await site.raw('/en/a');
    socket.destroy();
    expect(heard).not.toContain('x-millet-cache: stale');
  });
});

function openWay(socketPath: string) {
  const { pass, close } = openUpstream(socketPath);
  return { pass: ((request, response) => pass(request, response, 0)) as Pass, close };
}
