import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, minute, second } from '@/lib/core/time';
import { transact } from '@/lib/core/context';
import { untilWaiting } from '@/tests/support/database';
import { booksOf, makeDrop, makeFans, makeOperator } from '@/tests/support/drop-factories';
import { enter, makeDraw, makeFair, opened, over, states, without } from '@/tests/support/draws';

import { cancelDrop } from './commands';
import { decideWave } from './sql';

// Connections as several processes would have them.
const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: env.DATABASE_URL, max: 3 }));

beforeAll(async () => void (await Promise.all(pools.map((each) => each.query('SELECT 1')))));

afterAll(async () => void (await Promise.all(pools.map((each) => each.end()))));

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
    // Without the lock several decide at one moment, and PostgreSQL may end one of them as a deadlock.
    const answers = await Promise.allSettled(
      pools.map((each) => each.query(`SELECT ${name}($1, $2) AS won`, [drop.waveId, over])),
    );
    const decided = answers.filter((each) =>
      each.status === 'rejected' ? isDeadlock(each.reason) : each.value.rows[0].won !== null,
    );
    expect(decided.length).toBeGreaterThan(1);
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
    await untilWaiting(1);
    const decided = decideWave(db, drop.waveId, over);
    await untilWaiting(2);
    await blocker.query('COMMIT');
    blocker.release();
    await cancelled;
    expect(await decided).toBeNull();
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 5, live: 0 });
  });
});

const isDeadlock = (error: unknown) => (error as { code?: string }).code === '40P01';
