import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { after, clock, hour, minute, second } from '@/lib/core/time';
import { checkDraw, type PublishedDraw } from '../draw/check-draw';
import { decideWave, enterBatch } from '../sql';
import { arrivals, makeDrop, makeFans, type MadeDrop } from '@/tests/support/drop-factories';
import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';

import { dropEntriesEndpoint } from './entries';

type Page = PublishedDraw & { next: number | null };

const opened = after(clock(), -minute);
let server: LoopbackServer;
let spoil: (page: Page) => void = () => undefined;
let addresses = 0;

const answerOf = async (url: string) => {
  const { pathname, searchParams } = new URL(url, 'http://shop.example');
  const [, , , slug, , wave] = pathname.split('/');
  const answer = await dropEntriesEndpoint.answer({
    params: { slug: slug!, wave: wave! },
    query: searchParams,
    ip: `10.4.0.${(addresses += 1) % 250}`,
    actor: async () => guest,
    body: async () => undefined,
  });
  const body = structuredClone(answer.body) as Page;
  if (answer.status === 200) spoil(body);
  return { status: answer.status, body };
};

beforeAll(async () => {
  server = await startLoopbackServer(
    (request, response) =>
      void answerOf(request.url!).then(({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      ),
  );
});
afterAll(() => server.close());

/** The program that anyone may download, run as they would. */
function verify(drop: MadeDrop, ...noted: string[]): Promise<{ code: number; said: string }> {
  const words = [
    'public/verify-draw.mjs',
    `http://127.0.0.1:${server.port}/api/drops/${drop.slug}/entries/1`,
    ...noted,
  ];
  return new Promise((done) =>
    execFile(process.execPath, words, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}`.trim() }),
    ),
  );
}

/** The page's own way to the same list. */
async function readAll(drop: MadeDrop): Promise<PublishedDraw> {
  const entries: PublishedDraw['entries'] = [];
  for (let rank = 0; ;) {
    const { body } = await answerOf(`/api/drops/${drop.slug}/entries/1?after=${rank}`);
    entries.push(...body.entries);
    if (body.next === null) return { ...body, entries };
    rank = body.next;
  }
}

async function makeDecided(entrants: number, units: number[]): Promise<{ drop: MadeDrop; receipts: string[] }> {
  const drop = await makeDrop({ mode: 'DRAW', opensAt: opened, units });
  const fans = arrivals(...(await makeFans(entrants)));
  const entered = await enterBatch(
    drop.waveId,
    fans.map((each, at) => ({ ...each, allotmentId: drop.allotmentIds[at % units.length]! })),
    after(opened, second),
  );
  await decideWave(db, drop.waveId, after(clock(), 2 * hour));
  return { drop, receipts: entered.map(({ entryId }) => entryId!) };
}

describe('a decided draw', () => {
  it('comes out the same in the program and in the page, as published', async () => {
    const { drop, receipts } = await makeDecided(18, [6, 4]);
    expect(await checkDraw(await readAll(drop))).toMatchObject({ agrees: true, winners: 10 });
    const { seedHash } = await db.wave.findUniqueOrThrow({ where: { id: drop.waveId } });
    const { code, said } = await verify(drop, seedHash!, receipts[0]!);
    expect(said).toMatch(
      /^AGREES: 18 entries ranked and 10 units given as published; .+ Yours is number \d+ and (won|did not win)\.$/,
    );
    expect(code).toBe(0);
  });

  it('is read page by page', async () => {
    const { drop } = await makeDecided(5_400, [25, 25]);
    const list = await readAll(drop);
    expect(list.entries).toHaveLength(5_400);
    expect(await checkDraw(list)).toMatchObject({ agrees: true, winners: 50 });
    expect(await verify(drop)).toMatchObject({ code: 0 });
    expect(server.requests.filter((each) => each.includes(drop.slug))).toHaveLength(2);
  }, 60_000);

  it.each<[string, (page: Page) => void]>([
    ['another seed', (page) => (page.seed = `${page.seed.slice(1)}0`)],
    ['an entry left out', (page) => void page.entries.splice(3, 1)],
    ['two that changed places', ({ entries: [a, b] }) => ([a!.rank, b!.rank] = [b!.rank, a!.rank])],
    ['a unit given to a friend', ({ entries }) => ([entries[9]!.won, entries.at(-1)!.won] = [false, true])],
    ['a unit kept back', ({ units }) => (units[0]!.units += 1)],
  ])('does not agree with %s, in the program and in the page', async (_, spoiled) => {
    const { drop } = await makeDecided(14, [10]);
    spoil = spoiled;
    try {
      expect((await checkDraw(await readAll(drop))).agrees).toBe(false);
      const { code, said } = await verify(drop);
      expect([code, said.split(':')[0]]).toEqual([1, 'DOES NOT AGREE']);
    } finally {
      spoil = () => undefined;
    }
  });

  it('does not agree with a fingerprint or a receipt that one noted and it does not have', async () => {
    const { drop } = await makeDecided(4, [2]);
    expect(await verify(drop, 'f'.repeat(64))).toEqual({
      code: 1,
      said: expect.stringContaining('not the one that you noted'),
    });
    expect(await verify(drop, drop.id)).toEqual({ code: 1, said: expect.stringContaining('no entry') });
    const undecided = await makeDrop({ mode: 'DRAW' });
    expect(await verify(undecided)).toEqual({ code: 1, said: 'DOES NOT AGREE: the units have not been given yet' });
  });
});
