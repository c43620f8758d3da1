import { afterEach, describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour, minute, moveClock, second } from '@/lib/core/time';
import { announceDrop, scheduleDrop } from '../commands';
import { getDrop, getDropForStaff, getOwnDropPart, listDrops } from '../queries';
import { getDraw } from '../queries/get-draw';
import { decideWave, enterBatch } from '../sql';
import { arrivals, makeDrop, makeFans, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';

import { decideDueWaves } from './decide-waves';
import { dropEntriesEndpoint } from '../endpoints/entries';
import { dropStream, dropStateEndpoint } from '../endpoints/state';
import { react } from '@/lib/server/react';

const opened = after(clock(), -minute);
const over = after(clock(), 2 * hour);
const enter = (drop: MadeDrop, fans: { id: string }[]) =>
  enterBatch(
    drop.waveId,
    arrivals(...fans).map((each) => ({ ...each, allotmentId: drop.allotmentIds[0]! })),
    after(opened, second),
  );
const eventsOf = (drop: MadeDrop) =>
  db.event.findMany({ where: { name: 'wave.decided', payload: { path: ['dropId'], equals: drop.id } } });
const requestFor = (drop: MadeDrop, more: object = {}) => ({
  params: { slug: drop.slug, wave: '1' },
  query: new URLSearchParams(),
  ip: '10.3.0.1',
  actor: async () => guest,
  body: async () => undefined,
  ...more,
});

afterEach(() => moveClock(0));

describe('waves that are due', () => {
  it('are decided by one of several sweeps, which says so once', async () => {
    const drop = await makeDrop({ mode: 'DRAW', opensAt: opened, units: [3] });
    await enter(drop, await makeFans(10));
    expect(await decideDueWaves(clock())).toBe(0);
    const counts = await Promise.all(Array.from({ length: 4 }, () => decideDueWaves(over)));
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await eventsOf(drop)).toHaveLength(1);
    expect(await decideDueWaves(after(over, day))).toBe(0);
  });

  it('are decided and told in one commit, or not at all', async () => {
    const drop = await makeDrop({ fairSeconds: 20, opensAt: opened });
    await enter(drop, await makeFans(3));
    const crash = inTransaction(system, async (ctx) => {
      expect(await decideWave(ctx.db, drop.waveId, ctx.now)).toBe(3);
      throw new Error('killed');
    });
    await expect(crash).rejects.toThrow('killed');
    expect(await db.claim.count({ where: { dropId: drop.id } })).toBe(0);
    expect(await eventsOf(drop)).toEqual([]);
    expect(await decideDueWaves(clock())).toBe(1);
    expect(await eventsOf(drop)).toHaveLength(1);
  });

  it('tell winners where to pay and by when, and the others their place', async () => {
    const drop = await makeDrop({ mode: 'DRAW', opensAt: opened, units: [2] });
    const fans = await makeFans(5);
    await enter(drop, fans);
    await decideDueWaves(over);
    const [event] = await eventsOf(drop);
    await react(event!.id);
    await react(event!.id);
    const sent = await db.notification.findMany({ where: { eventId: event!.id }, orderBy: { createdAt: 'asc' } });
    const claims = await db.claim.findMany({ where: { dropId: drop.id }, select: { id: true } });
    expect(
      sent
        .filter(({ kind }) => kind === 'wave.won')
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(claims.map(({ id }) => `/checkout/${id}`).toSorted());
    expect(
      sent
        .filter(({ kind }) => kind === 'wave.lost')
        .map(({ data }) => (data as { place: number }).place)
        .toSorted(),
    ).toEqual([1, 2, 3]);
    const mails = await db.mail.findMany({ where: { kind: 'wave.won', memberId: { in: fans.map(({ id }) => id) } } });
    expect(mails).toHaveLength(2);
    expect(mails[0]!.text).toMatch(/Colour 0[\s\S]+UTC[\s\S]+\/en\/checkout\//);
  });

  it('of a fair opening are told that a unit is held, not that they won a draw', async () => {
    const drop = await makeDrop({ fairSeconds: 10, opensAt: opened, closesAt: after(opened, 2 * hour), units: [1] });
    await enter(drop, await makeFans(2));
    await decideDueWaves(clock());
    const [event] = await eventsOf(drop);
    await react(event!.id);
    const sent = await db.notification.findMany({ where: { eventId: event!.id }, select: { kind: true } });
    expect(sent.map(({ kind }) => kind).toSorted()).toEqual(['wave.given', 'wave.lost']);
  });

  it('show the reader their own entry: waiting, then what became of it', async () => {
    const drop = await makeDrop({ mode: 'DRAW', opensAt: opened, closesAt: after(clock(), minute), units: [1] });
    const fans = await makeFans(3);
    const own = async (fan: (typeof fans)[number]) => (await getOwnDropPart(reading(fan), { slug: drop.slug }))?.entry;
    const [entered] = await enter(drop, fans);
    const first = fans.find(({ id }) => id === entered!.memberId)!;
    expect(await own(first)).toMatchObject({
      id: entered!.entryId,
      state: 'WAITING',
      rank: null,
      wave: 1,
      variantId: drop.variantIds[0],
    });
    moveClock(2 * minute);
    await decideDueWaves(clock());
    const states = await Promise.all(fans.map(own));
    expect(states.map((each) => each?.rank).toSorted()).toEqual([1, 2, 3]);
    expect(states.map((each) => each?.state).toSorted()).toEqual(['LOST', 'LOST', 'WON']);
  });
});

describe('the published entries', () => {
  const pageOf = async (drop: MadeDrop, search = '') =>
    dropEntriesEndpoint.answer(requestFor(drop, { query: new URLSearchParams(search) }));

  it('are withheld before the decision and complete after it, without a word of who they are', async () => {
    const drop = await makeDrop({ mode: 'DRAW', opensAt: opened, units: [2] });
    const fans = await makeFans(6);
    const receipts = (await enter(drop, fans)).map(({ entryId }) => entryId!);
    expect(await pageOf(drop)).toMatchObject({ status: 409, body: { error: 'undecided' } });
    await decideDueWaves(over);
    const { status, body } = await pageOf(drop);
    expect(status).toBe(200);
    const list = body as { entries: { id: string; rank: number }[]; next: null };
    expect(list).toMatchObject({
      count: 6,
      next: null,
      units: [{ variantId: drop.variantIds[0], channel: 'PUBLIC', units: 2 }],
    });
    expect(list.entries.map(({ id }) => id).toSorted()).toEqual(receipts.toSorted());
    expect(Object.keys(list.entries[0]!).toSorted()).toEqual([
      'channel',
      'id',
      'late',
      'priority',
      'rank',
      'seq',
      'skipped',
      'variantId',
      'won',
    ]);
    for (const { id, handle } of fans) expect(JSON.stringify(body)).not.toMatch(new RegExp(`${id}|${handle}`));
    expect(((await pageOf(drop, 'after=4')).body as typeof list).entries.map(({ rank }) => rank)).toEqual([5, 6]);
  });

  it('are not found where nothing is ranked, and for bad addresses', async () => {
    const plain = await makeDrop();
    expect((await pageOf(plain)).status).toBe(404);
    const drop = await makeDrop({ mode: 'DRAW' });
    for (const wave of ['2', 'x', '0', ''])
      expect((await dropEntriesEndpoint.answer(requestFor(drop, { params: { slug: drop.slug, wave } }))).status).toBe(
        404,
      );
    expect((await pageOf(drop, 'after=x')).status).toBe(404);
    expect((await dropEntriesEndpoint.answer(requestFor(drop, { params: { slug: 'none', wave: '1' } }))).status).toBe(
      404,
    );
  });
});

describe('the seed', () => {
  const everythingPublic = async (drop: MadeDrop, fan: Awaited<ReturnType<typeof makeFans>>[number]) => {
    const stream = await dropStream.open({ slug: drop.slug });
    const streamed = await new Promise<unknown>((resolve) => {
      const stop = stream!((_, data) => resolve(data));
      setTimeout(stop, 100);
    });
    const answers = [
      streamed,
      (await dropStateEndpoint.answer(requestFor(drop))).body,
      (await dropEntriesEndpoint.answer(requestFor(drop))).body,
      await getDrop(reading(), { slug: drop.slug }),
      await getDraw(reading(), { slug: drop.slug }),
      await listDrops(reading()),
      await getOwnDropPart(reading(fan), { slug: drop.slug }),
      await getDropForStaff(reading(await makeOperator()), { id: drop.id }),
    ];
    return JSON.stringify(answers, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
  };

  it('stands in no answer before the decision, and its fingerprint in those that need it; afterwards anyone may read it', async () => {
    const operator = await makeOperator();
    const [fan] = await makeFans(1);
    const { productId, variantIds } = await makeDrop();
    const words = {
      title: 'A draw of ten',
      titleZh: '',
      summary: '',
      summaryZh: '',
      needsReservation: false,
      minTrust: 0,
      holdMinutes: 15,
    };
    const times = { opensAt: after(clock(), minute), closesAt: after(clock(), hour) };
    const made = await transact(scheduleDrop)(operator, {
      ...words,
      ...times,
      productId,
      units: { [variantIds[0]!]: 10 },
      mode: 'DRAW',
    });
    await transact(announceDrop)(operator, { dropId: made.id });
    const wave = await db.wave.findFirstOrThrow({ where: { dropId: made.id }, include: { allotments: true } });
    const drop = { ...made, waveId: wave.id, productId, variantIds, allotmentIds: wave.allotments.map(({ id }) => id) };
    await enterBatch(
      wave.id,
      [{ memberId: fan!.id, emailKey: null, allotmentId: drop.allotmentIds[0]! }],
      after(times.opensAt, second),
    );

    const before = await everythingPublic(drop, fan!);
    expect(wave.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(before).not.toContain(wave.seed);
    expect(before.split(wave.seedHash!).length - 1).toBeGreaterThanOrEqual(4);

    moveClock(2 * hour);
    await decideDueWaves(clock());
    expect((await everythingPublic(drop, fan!)).split(wave.seed!).length - 1).toBe(2);
  });
});
