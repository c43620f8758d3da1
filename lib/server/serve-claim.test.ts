import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pause } from '@/scripts/lib/processes';
import { makeDrop, makeFans, passFor, type MadeDrop } from '@/tests/support/drop-factories';
import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';

import { serveClaim } from './serve-claim';

let server: LoopbackServer;
let drop: MadeDrop;
beforeAll(async () => {
  server = await startLoopbackServer(
    (request, response) => void (serveClaim(request, response) || response.writeHead(421).end()),
  );
  drop = await makeDrop({ units: [3] });
});
afterAll(() => server.close());

/** Sends a claim over the wire, piece by piece, and reads the whole answer. */
async function send(
  pieces: Buffer[],
  path = `/api/drops/${drop.slug}/claim`,
): Promise<{ status: number; length: number; body: string }> {
  const socket = connect(server.port, '127.0.0.1');
  const answer = text(socket);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`);
  for (const piece of pieces) {
    await pause(20);
    socket.write(piece);
  }
  const [head = '', body = ''] = (await answer).split('\r\n\r\n');
  return { status: Number(head.slice(9, 12)), length: Number(/content-length: (\d+)/i.exec(head)?.[1]), body };
}

async function claimOf(more: Record<string, string> = {}): Promise<Buffer> {
  const [fan] = await makeFans(1);
  return Buffer.from(JSON.stringify({ variantId: drop.variantIds[0], pass: passFor(drop, fan!), ...more }));
}

describe('a claim over the wire', () => {
  it('finds a drop by a name in any script, and nothing by one that cannot be read', async () => {
    const named = await makeDrop({ units: [2], slug: '狐尾秋季首发-café' });
    const [fan] = await makeFans(1);
    const body = Buffer.from(JSON.stringify({ variantId: named.variantIds[0], pass: passFor(named, fan!) }));
    expect(await send([body], `/api/drops/${encodeURIComponent('狐尾秋季首发-cafe\u0301')}/claim`)).toMatchObject({
      status: 201,
    });
    for (const part of ['%00', '%ff', '%', '%2F', '..', ''])
      expect([part, (await send([body], `/api/drops/${part}/claim`)).status]).toEqual([part, 404]);
  });

  it('is understood in pieces, parted even within a letter', async () => {
    const claim = await claimOf({ note: '米' });
    const within = claim.indexOf('米') + 1;
    const { status, length, body } = await send([
      claim.subarray(0, 9),
      claim.subarray(9, within),
      claim.subarray(within),
    ]);
    expect(status).toBe(201);
    expect(JSON.parse(body)).toMatchObject({
      variantId: drop.variantIds[0],
      checkout: expect.stringContaining('/checkout/'),
    });
    expect(length).toBe(Buffer.byteLength(body));
  });

  it('is not read beyond four kibibytes', async () => {
    const claim = await claimOf({ note: 'x'.repeat(4_000) });
    expect(claim.length).toBeGreaterThan(4_096);
    expect((await send([claim])).status).toBe(401);
    expect((await send([claim.subarray(0, 4_090), claim.subarray(4_090)])).status).toBe(401);
  });

  it('that never ends is refused, and its connection closed', async () => {
    expect((await send([await claimOf(), Buffer.alloc(100_000, 'x'), Buffer.alloc(100_000, 'x')])).status).toBe(413);
  });

  it('is refused when it is nothing, or nothing that can be read', async () => {
    expect(await send([])).toMatchObject({ status: 401, body: '{"error":"needs-pass"}' });
    expect((await send([Buffer.from('{"pass":')])).status).toBe(401);
    expect((await send([await claimOf()], '/api/drops/no-such-drop/claim')).status).toBe(404);
  });

  it('is all that is served here', async () => {
    expect((await send([], `/api/drops/${drop.slug}/pass`)).status).toBe(421);
    expect((await send([], '/api/drops/a/b/claim')).status).toBe(421);
  });
});
