import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, clock, hour, minute } from '@/lib/core/time';
import { booksOf, makeDrop, makeFans } from '@/tests/support/drop-factories';

import { retakeUnit, releaseClaim } from './commands';
import { settleBatch, type Settled } from './sql';

// Connections as several processes would have them.
const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: env.DATABASE_URL, max: 5 }));
beforeAll(async () => void (await Promise.all(pools.map((each) => each.query('SELECT 1')))));
afterAll(async () => void (await Promise.all(pools.map((each) => each.end()))));

const settle = async (at: number, allotmentId: string, memberIds: string[], now = clock()): Promise<Settled[]> => {
  const { rows } = await pools[at % pools.length]!.query<Settled>('SELECT * FROM settle_claims($1, $2, $3, $4)', [
    allotmentId,
    memberIds,
    memberIds,
    now,
  ]);
  return rows;
};

// What most shops do: look, then write what was seen.
const settleNaively = async (at: number, allotmentId: string, dropId: string, memberIds: string[]): Promise<number> => {
  const pool = pools[at % pools.length]!;
  const { rows } = await pool.query<{ remaining: number }>('SELECT "remaining" FROM "Allotment" WHERE "id" = $1', [
    allotmentId,
  ]);
  const winners = memberIds.slice(0, rows[0]!.remaining);
  for (const member of winners) {
    await pool.query(
      `INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "heldUntil", "createdAt") VALUES ($1, $2, $3, now() + interval '15 minutes', now())
       ON CONFLICT ("dropId", "memberId") WHERE "state" <> 'RELEASED' DO NOTHING`,
      [dropId, allotmentId, member],
    );
  }
  await pool.query('UPDATE "Allotment" SET "remaining" = $2 WHERE "id" = $1', [
    allotmentId,
    rows[0]!.remaining - winners.length,
  ]);
  return winners.length;
};

const inBatches = <T>(list: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

const count = (settled: Settled[], outcome: string) => settled.filter((each) => each.outcome === outcome).length;

describe('settle_claims', () => {
  it('grants exactly the units there are to 200 members at once, in interleaved batches from several pools', async () => {
    const drop = await makeDrop({ units: [20] });
    const fans = await makeFans(200);
    const settled = (
      await Promise.all(
        inBatches(
          fans.map(({ id }) => id),
          7,
        ).map((batch, at) => settle(at, drop.allotmentIds[0]!, batch)),
      )
    ).flat();
    expect(count(settled, 'granted')).toBe(20);
    expect(count(settled, 'sold-out')).toBe(180);
    expect(await booksOf(drop.allotmentIds[0]!)).toEqual({ units: 20, remaining: 0, live: 20, taken: 20, ledger: 0 });
  });

  it('oversells when the lock is taken away (control)', async () => {
    const drop = await makeDrop({ units: [20] });
    const fans = await makeFans(200);
    const sold = await Promise.all(
      inBatches(
        fans.map(({ id }) => id),
        10,
      ).map((batch, at) => settleNaively(at, drop.allotmentIds[0]!, drop.id, batch)),
    );
    expect(sold.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(20);
  });

  it('gives a member one unit, however often and for however many variants they ask at once', async () => {
    const drop = await makeDrop({ units: [50, 50, 50] });
    const ids = (await makeFans(30)).map(({ id }) => id);
    const tries = Array.from({ length: 18 }, (_, at) =>
      settle(at, drop.allotmentIds[at % 3]!, at % 2 ? ids : ids.toReversed()),
    );
    const settled = (await Promise.all(tries)).flat();
    expect(count(settled, 'granted')).toBe(30);
    expect(count(settled, 'existing')).toBe(18 * 30 - 30);
    const books = await Promise.all(drop.allotmentIds.map(booksOf));
    expect(books.reduce((sum, { live }) => sum + live, 0)).toBe(30);
    for (const { units, remaining, live, taken, ledger } of books)
      expect([units - remaining, taken, ledger]).toEqual([live, live, remaining]);
  });

  it('gives a member several units when the unique index is taken away (control)', async () => {
    const drop = await makeDrop({ units: [50, 50, 50] });
    const [fan] = await makeFans(1);
    const client = await pools[0]!.connect();
    try {
      await client.query('BEGIN');
      await client.query('DROP INDEX "Claim_one_live"');
      for (const allotmentId of drop.allotmentIds) {
        await client.query(
          `INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "heldUntil", "createdAt") VALUES ($1, $2, $3, now(), now())`,
          [drop.id, allotmentId, fan!.id],
        );
      }
      const { rows } = await client.query('SELECT count(*)::int AS live FROM "Claim" WHERE "dropId" = $1', [drop.id]);
      expect(rows[0].live).toBe(3);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('passes a unit on when the member in front took another variant at that moment', async () => {
    const drop = await makeDrop({ units: [1, 1] });
    const [both, next] = await makeFans(2);
    const first = await pools[0]!.connect();
    await first.query('BEGIN');
    await first.query('SELECT * FROM settle_claims($1, $2, $3, $4)', [
      drop.allotmentIds[0],
      [both!.id],
      [both!.id],
      clock(),
    ]);
    const second = settle(1, drop.allotmentIds[1]!, [both!.id, next!.id]);
    await new Promise((wait) => setTimeout(wait, 150));
    await first.query('COMMIT');
    first.release();
    const outcomes = Object.fromEntries((await second).map((each) => [each.memberId, each.outcome]));
    expect(outcomes).toEqual({ [both!.id]: 'existing', [next!.id]: 'granted' });
  });

  it('ranks by arrival: the first in the batch get the last units', async () => {
    const drop = await makeDrop({ units: [3] });
    const ids = (await makeFans(10)).map(({ id }) => id);
    const settled = await settle(0, drop.allotmentIds[0]!, ids);
    const granted = new Set(settled.filter(({ outcome }) => outcome === 'granted').map(({ memberId }) => memberId));
    expect(granted).toEqual(new Set(ids.slice(0, 3)));
    const ledger = await db.unitMovement.findMany({
      where: { allotmentId: drop.allotmentIds[0]!, kind: 'CLAIMED' },
      orderBy: { seq: 'asc' },
      select: { claimId: true },
    });
    const holders = new Map(
      (await db.claim.findMany({ where: { dropId: drop.id }, select: { id: true, memberId: true } })).map(
        ({ id, memberId }) => [id, memberId],
      ),
    );
    expect(ledger.map(({ claimId }) => holders.get(claimId!))).toEqual(ids.slice(0, 3));
  });

  it('lets in all who have nothing yet, whoever else is in their batch', async () => {
    const drop = await makeDrop({ units: [10] });
    const [owner, ...fans] = (await makeFans(4)).map(({ id }) => id);
    await settle(0, drop.allotmentIds[0]!, [owner!]);
    const nobody = randomUUID();
    const settled = await settle(0, drop.allotmentIds[0]!, [fans[0]!, owner!, fans[1]!, nobody, fans[0]!, fans[2]!]);
    const outcomes = Object.fromEntries(settled.map(({ memberId, outcome }) => [memberId, outcome]));
    expect(outcomes).toEqual({
      ...Object.fromEntries(fans.map((id) => [id, 'granted'])),
      [owner!]: 'existing',
      [nobody]: 'sold-out',
    });
    expect(await booksOf(drop.allotmentIds[0]!)).toEqual({ units: 10, remaining: 6, live: 4, taken: 4, ledger: 6 });
  });

  it('answers with the claims as they are written, whether a whole batch is let in or a part of it', async () => {
    const drop = await makeDrop({ units: [6] });
    const fans = (await makeFans(9)).map(({ id }) => ({ memberId: id, emailKey: id }));
    const batch = (from: number, to: number) => settleBatch(drop.allotmentIds[0]!, fans.slice(from, to), clock());
    const [whole, mixed, last] = [await batch(0, 3), await batch(2, 5), await batch(5, 9)];
    const outcomes = (settled: Settled[]) => settled.map(({ outcome }) => outcome).toSorted();
    expect([whole, mixed, last].map(outcomes)).toEqual([
      ['granted', 'granted', 'granted'],
      ['existing', 'granted', 'granted'],
      ['granted', 'sold-out', 'sold-out', 'sold-out'],
    ]);
    expect(whole.map(({ memberId }) => memberId)).toEqual(fans.slice(0, 3).map(({ memberId }) => memberId));
    const grants = [...whole, ...mixed, ...last].filter(({ outcome }) => outcome === 'granted');
    const claims = await db.claim.findMany({
      where: { dropId: drop.id },
      select: { id: true, memberId: true, emailKey: true, heldUntil: true, allotment: { select: { variantId: true } } },
    });
    const written = new Map(claims.map((claim) => [claim.id, claim]));
    for (const { claimId, memberId, heldUntil, variantId } of grants) {
      expect(written.get(claimId!)).toEqual({
        id: claimId,
        memberId,
        emailKey: memberId,
        heldUntil,
        allotment: { variantId },
      });
    }
    expect([grants.length, claims.length, whole[0]!.remaining, last[0]!.remaining]).toEqual([6, 6, 3, 0]);
  });

  it('keeps every member, since claims name them', async () => {
    const [fan] = await makeFans(1);
    await expect(db.member.delete({ where: { id: fan!.id } })).rejects.toMatchObject({ code: 'P2003' });
  });

  it('opens nothing before its time and nothing after it, whatever a process believes', async () => {
    const now = clock();
    const drop = await makeDrop({ opensAt: after(now, minute), closesAt: after(now, hour) });
    const [fan] = await makeFans(1);
    const at = (moment: Date) => settle(0, drop.allotmentIds[0]!, [fan!.id], moment).then(([row]) => row!.outcome);
    expect(await at(now)).toBe('not-open');
    expect(await at(after(now, minute - 1))).toBe('not-open');
    expect(await at(after(now, hour))).toBe('closed');
    expect(await at(after(now, minute))).toBe('granted');
  });

  it('asks for a reservation where one is needed', async () => {
    const drop = await makeDrop({ needsReservation: true });
    const [with_, without] = await makeFans(2);
    await db.reservation.create({
      data: { dropId: drop.id, memberId: with_!.id, variantId: drop.variantIds[0]!, createdAt: clock() },
    });
    const settled = await settle(0, drop.allotmentIds[0]!, [without!.id, with_!.id]);
    const outcomes = Object.fromEntries(settled.map((each) => [each.memberId, each.outcome]));
    expect(outcomes).toEqual({ [without!.id]: 'needs-reservation', [with_!.id]: 'granted' });
  });

  it('never gives late money and a fresh claim of the same member a unit each', async () => {
    for (let round = 0; round < 8; round += 1) {
      const drop = await makeDrop({ units: [5, 5] });
      const [fan] = await makeFans(1);
      const [held] = await settle(0, drop.allotmentIds[0]!, [fan!.id]);
      await transact(releaseClaim)({ kind: 'system' }, { claimId: held!.claimId!, cause: 'EXPIRED' });
      const [retaken, fresh] = await Promise.all([
        transact(retakeUnit)({ kind: 'system' }, { claimId: held!.claimId! }),
        settle(1, drop.allotmentIds[1]!, [fan!.id]),
      ]);
      expect([retaken, fresh[0]!.outcome]).toEqual(retaken ? [true, 'owned'] : [false, 'granted']);
      expect(await db.claim.count({ where: { dropId: drop.id, state: { not: 'RELEASED' } } })).toBe(1);
    }
  });
});
