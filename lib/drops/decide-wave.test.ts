import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { db, pool } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, clock, hour, minute, second } from '@/lib/core/time';
import { transact } from '@/lib/core/context';
import { arrivals, booksOf, makeDrop, makeFans, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';
import { functionText } from '@/tests/support/function-text';

import { cancelDrop, claimUnit } from './commands';
import { giveUnits, rankEntries } from './draw/rank';
import { listEntries } from './queries/list-entries';
import { decideWave, enterBatch, moveUnits } from './sql';

// Connections as several processes would have them.
const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: env.DATABASE_URL, max: 3 }));
beforeAll(async () => void (await Promise.all(pools.map((each) => each.query('SELECT 1')))));
afterAll(async () => void (await Promise.all(pools.map((each) => each.end()))));

const opened = after(clock(), -minute);
const over = after(clock(), 2 * hour);

const makeDraw = (wish: Parameters<typeof makeDrop>[0] = {}) => makeDrop({ mode: 'DRAW', opensAt: opened, ...wish });
const makeFair = (wish: Parameters<typeof makeDrop>[0] = {}) => makeDrop({ fairSeconds: 20, opensAt: opened, ...wish });
const enter = (
  drop: MadeDrop,
  fans: { id: string }[],
  at = after(opened, second),
  allotmentId = drop.allotmentIds[0]!,
) =>
  enterBatch(
    drop.waveId,
    arrivals(...fans).map((each) => ({ ...each, allotmentId })),
    at,
  );
const states = async (drop: MadeDrop) => {
  const rows = await db.entry.findMany({
    where: { waveId: drop.waveId },
    orderBy: { rank: 'asc' },
    select: { memberId: true, state: true, rank: true, late: true },
  });
  return {
    rows,
    won: rows.filter(({ state }) => state === 'WON').map(({ memberId }) => memberId),
    order: rows.map(({ memberId }) => memberId),
  };
};

/** The database's own function under another name, with some of its guards cut out. */
async function without(name: string, ...guards: [from: string, to: string][]): Promise<string> {
  const text = guards.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    },
    functionText(`drops/${name}`).replace(`FUNCTION ${name}(`, `FUNCTION ${name}_unguarded(`),
  );
  await pool.query(text);
  return `${name}_unguarded`;
}

describe('decide_wave', () => {
  it.each([
    [5, 12],
    [12, 5],
    [7, 7],
  ])('gives %i units to %i entries: to as many as there are of both', async (units, entrants) => {
    const drop = await makeDraw({ units: [units] });
    await enter(drop, await makeFans(entrants));
    const least = Math.min(units, entrants);
    expect(await decideWave(db, drop.waveId, over)).toBe(least);
    expect(await booksOf(drop.allotmentIds[0]!)).toEqual({
      units,
      remaining: units - least,
      live: least,
      taken: least,
      ledger: units - least,
    });
    const { rows } = await states(drop);
    expect(rows.map(({ rank, state }) => [rank, state])).toEqual(
      rows.map((_, at) => [at + 1, at < least ? 'WON' : 'LOST']),
    );
    expect(await db.waitlistPlace.count({ where: { dropId: drop.id, endedAt: null } })).toBe(entrants - least);
  });

  it('decides once, though four connections ask at the same time', async () => {
    const drop = await makeDraw({ units: [10] });
    await enter(drop, await makeFans(60));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        pools[at % 4]!.query('SELECT decide_wave($1, $2) AS won', [drop.waveId, over]),
      ),
    );
    expect(answers.map(({ rows }) => rows[0].won).filter((won) => won !== null)).toEqual([10]);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 0, live: 10, taken: 10 });
    expect((await states(drop)).won).toHaveLength(10);
  });

  it('decides again and again, and forgets who won, when neither the lock nor what was decided is looked at (control)', async () => {
    const name = await without(
      'decide_wave',
      [' FOR UPDATE', ''],
      [' FOR NO KEY UPDATE OF a', ''],
      ['terms."decidedAt" IS NOT NULL', 'false'],
    );
    const drop = await makeDraw({ units: [10] });
    await enter(drop, await makeFans(60));
    const answers = await Promise.all(
      pools.map((each) => each.query(`SELECT ${name}($1, $2) AS won`, [drop.waveId, over])),
    );
    expect(answers.map(({ rows }) => rows[0].won).filter((won) => won !== null).length).toBeGreaterThan(1);
    // It never sells too much: units are given by a statement that reads the stock again, on a row that this decision holds
    // by then. What is lost is the outcome: ten hold a unit, and the list that is published says that nobody won.
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 0, live: 10 });
    expect((await states(drop)).won).toEqual([]);
  });

  it('gives twice when each looks at the stock and then draws for itself, as shops do (control)', async () => {
    const drop = await makeDraw({ units: [10] });
    await enter(drop, await makeFans(60));
    const drawNaively = async (own: pg.Pool) => {
      const { rows } = await own.query<{ remaining: number }>('SELECT "remaining" FROM "Allotment" WHERE "id" = $1', [
        drop.allotmentIds[0],
      ]);
      await own.query(
        `INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "heldUntil", "createdAt")
         SELECT "dropId", "allotmentId", "memberId", now(), now()
         FROM (SELECT * FROM "Entry" WHERE "waveId" = $1 ORDER BY random() LIMIT $2) drawn
         -- In one order, so that no draw waits for another that waits for it.
         ORDER BY "memberId" ON CONFLICT DO NOTHING`,
        [drop.waveId, rows[0]!.remaining],
      );
    };
    await Promise.all(pools.map(drawNaively));
    expect((await booksOf(drop.allotmentIds[0]!)).live).toBeGreaterThan(10);
  });

  it('waits for its time, for a seed and for the end of a pause', async () => {
    const drop = await makeFair();
    await enter(drop, await makeFans(3));
    expect(await decideWave(db, drop.waveId, after(opened, 20 * second - 1))).toBeNull();
    await db.wave.update({ where: { id: drop.waveId }, data: { pausedAt: opened } });
    expect(await decideWave(db, drop.waveId, after(opened, minute))).toBeNull();
    await db.wave.update({ where: { id: drop.waveId }, data: { pausedAt: null } });
    expect(await decideWave(db, drop.waveId, after(opened, 20 * second))).toBe(3);
    const plain = await makeDrop();
    expect(await decideWave(db, plain.waveId, over)).toBeNull();
  });

  it('gives nothing of a drop that was cancelled while it waited for the stock', async () => {
    const drop = await makeDraw({ units: [5] });
    await enter(drop, await makeFans(5));
    const operator = await makeOperator();
    const blocker = await pools[0]!.connect();
    await blocker.query('BEGIN');
    await blocker.query('SELECT 1 FROM "Allotment" WHERE "id" = $1 FOR NO KEY UPDATE', [drop.allotmentIds[0]]);
    const cancelled = transact(cancelDrop)(operator, { dropId: drop.id, reason: 'The shells cracked' });
    await new Promise((wait) => setTimeout(wait, 150));
    const decided = decideWave(db, drop.waveId, over);
    await new Promise((wait) => setTimeout(wait, 100));
    await blocker.query('COMMIT');
    blocker.release();
    await cancelled;
    expect(await decided).toBeNull();
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 5, live: 0 });
  });
});

describe('the rank', () => {
  it('puts late entries behind all others, in the order of their arrival', async () => {
    const drop = await makeFair({ units: [4] });
    const [early, late] = [await makeFans(6), await makeFans(4)];
    await enter(drop, early);
    for (const [at, fan] of late.entries()) await enter(drop, [fan], after(opened, (20 + at) * second));
    await decideWave(db, drop.waveId, after(opened, minute));
    const { order, won, rows } = await states(drop);
    expect(order.slice(6)).toEqual(late.map(({ id }) => id));
    expect(rows.map((each) => each.late)).toEqual([...Array<boolean>(6).fill(false), ...Array<boolean>(4).fill(true)]);
    expect(early.map(({ id }) => id)).toEqual(expect.arrayContaining(won));
  });

  it('puts those first who came away empty before, and gives the unlucky of today that right', async () => {
    const drop = await makeDraw({ units: [3] });
    const fans = await makeFans(12);
    const reserve = (id: string, priority: number) =>
      db.reservation.create({
        data: { dropId: drop.id, memberId: id, variantId: drop.variantIds[0]!, createdAt: opened, priority },
      });
    for (const [at, { id }] of fans.entries()) await reserve(id, at < 2 ? 1 : 0);
    await enter(drop, fans.toReversed());
    await decideWave(db, drop.waveId, over);
    const { order, won } = await states(drop);
    expect(order.slice(0, 2).toSorted()).toEqual(
      fans
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    );
    const { length: risen } = await db.reservation.findMany({
      where: { dropId: drop.id, memberId: { notIn: won }, priority: 1 },
    });
    expect(risen).toBe(9);
  });

  it('serves a channel’s own units first and lets who is left compete for the public ones', async () => {
    const drop = await makeDraw({ units: [3] });
    const { id: reserved } = await db.allotment.create({
      data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'RESERVED', units: 2, remaining: 0 },
    });
    await moveUnits(db, { allotmentId: reserved, kind: 'OFFERED', delta: 2, claimIds: [null], at: opened });
    const [own, others] = [await makeFans(6), await makeFans(6)];
    await enter(drop, own, undefined, reserved);
    await enter(drop, others);
    expect(await decideWave(db, drop.waveId, over)).toBe(5);
    const { order, won } = await states(drop);
    const isOwn = (id: string) => own.some((each) => each.id === id);
    const first = order.filter(isOwn).slice(0, 2);
    const rest = order.filter((id) => !first.includes(id)).slice(0, 3);
    expect(won.toSorted()).toEqual([...first, ...rest].toSorted());
    expect(await booksOf(reserved)).toMatchObject({ remaining: 0, live: 2 });
  });

  it('passes over who has a unit of the drop already, and gives them no place to wait', async () => {
    const drop = await makeDraw({ units: [2] });
    const fans = await makeFans(4);
    const { id: earlier } = await db.allotment.create({
      data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'FCODE', units: 1, remaining: 1 },
    });
    await db.claim.create({
      data: { dropId: drop.id, allotmentId: earlier, memberId: fans[0]!.id, heldUntil: over, createdAt: opened },
    });
    await enter(drop, fans);
    expect(await decideWave(db, drop.waveId, over)).toBe(2);
    const { rows } = await states(drop);
    expect(rows.find(({ memberId }) => memberId === fans[0]!.id)?.state).toBe('SKIPPED');
    expect(await db.waitlistPlace.findMany({ where: { dropId: drop.id, memberId: fans[0]!.id } })).toEqual([]);
    expect(rows.filter(({ state }) => state === 'WON')).toHaveLength(2);
  });

  it('comes out the same from the published list, for any mix of channels, lateness, priority and holders', async () => {
    const drop = await makeFair({ units: [4, 3] });
    const { id: beta } = await db.allotment.create({
      data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'BETA', units: 2, remaining: 0 },
    });
    await moveUnits(db, { allotmentId: beta, kind: 'OFFERED', delta: 2, claimIds: [null], at: opened });
    const fans = await makeFans(40);
    for (const { id } of fans.slice(0, 5))
      await db.reservation.create({
        data: { dropId: drop.id, memberId: id, variantId: drop.variantIds[0]!, createdAt: opened, priority: 1 },
      });
    await enter(drop, fans.slice(0, 12), undefined, beta);
    await enter(drop, fans.slice(12, 25));
    await enter(drop, fans.slice(25, 34), undefined, drop.allotmentIds[1]!);
    await enter(drop, fans.slice(34), after(opened, 30 * second));
    await decideWave(db, drop.waveId, after(opened, minute));
    const list = await listEntries({ db }, { slug: drop.slug, wave: 1, after: 0 });
    if (!list || list === 'undecided') throw new Error('not decided');
    const ranked = await rankEntries(list.seed, list.entries);
    expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, at) => at + 1));
    expect(
      list.entries
        .filter(({ won }) => won)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...giveUnits(list.units, ranked)].toSorted());
    expect(list.entries.filter(({ won }) => won)).toHaveLength(9);
  });
});

describe('an entry while the wave is being decided', () => {
  it('is either ranked or refused, never lost', async () => {
    const drop = await makeFair({ units: [5] });
    const fans = await makeFans(300);
    const at = after(opened, 20 * second);
    await enter(drop, fans.slice(0, 20));
    const tries = Array.from({ length: 40 }, (_, batch) => enter(drop, fans.slice(20 + batch * 7, 27 + batch * 7), at));
    const [entered] = await Promise.all([Promise.all(tries), decideWave(db, drop.waveId, at)]);
    const outcomes = entered.flat();
    const { rows } = await states(drop);
    const ranked = new Map(rows.map((each) => [each.memberId, each.rank]));
    expect(new Set(outcomes.map(({ outcome }) => outcome).concat('decided', 'entered'))).toEqual(
      new Set(['entered', 'decided']),
    );
    for (const { memberId, outcome } of outcomes)
      expect({ memberId, ranked: ranked.has(memberId) }).toEqual({ memberId, ranked: outcome === 'entered' });
    expect(rows.filter(({ rank, state }) => rank === null || state === 'WAITING')).toEqual([]);
  });

  const duringDecision = async (enterName: string) => {
    const drop = await makeFair({ units: [1] });
    const fans = await makeFans(2);
    await enter(drop, [fans[0]!]);
    const at = after(opened, 20 * second);
    const decider = await pools[0]!.connect();
    await decider.query('BEGIN');
    await decider.query('SELECT decide_wave($1, $2)', [drop.waveId, at]);
    const late = pools[1]!.query(`SELECT * FROM ${enterName}($1, $2, $3, $4, $5)`, [
      drop.waveId,
      [fans[1]!.id],
      [drop.allotmentIds[0]],
      [fans[1]!.id],
      at,
    ]);
    await new Promise((wait) => setTimeout(wait, 150));
    await decider.query('COMMIT');
    decider.release();
    const { outcome } = (await late).rows[0] as { outcome: string };
    return {
      outcome,
      rank: (await db.entry.findFirst({ where: { waveId: drop.waveId, memberId: fans[1]!.id } }))?.rank,
    };
  };

  it('is refused when it comes in the middle of the decision', async () => {
    expect(await duringDecision('enter_wave')).toEqual({ outcome: 'decided', rank: undefined });
  });

  it('is lost when entries do not wait for the decision (control)', async () => {
    expect(await duringDecision(await without('enter_wave', [' FOR SHARE OF w', '']))).toEqual({
      outcome: 'entered',
      rank: null,
    });
  });

  it('is an ordinary claim afterwards', async () => {
    const drop = await makeFair({ units: [3] });
    const fans = await makeFans(2);
    await enter(drop, [fans[0]!]);
    await decideWave(db, drop.waveId, after(opened, 20 * second));
    expect(await transact(claimUnit)(fans[1]!, { dropId: drop.id, variantId: drop.variantIds[0]! })).toHaveProperty(
      'claimId',
    );
  });
});
