import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, clock, hour, minute, moveClock } from '@/lib/core/time';
import { react } from '@/lib/server/react';
import { refusal } from '@/tests/support/refusal';
import {
  arrivals,
  booksOf,
  holdBack,
  makeCode,
  makeFans,
  makeOperator,
  makeSoldOut,
  type MadeDrop,
} from '@/tests/support/drop-factories';
import { move, offersIn, release } from '@/tests/support/waiting';

import { addUnits, cancelDrop, joinWaitlist, keepClaim, redeemFCode, releaseClaim } from './commands';
import { emailKeyOf } from './email-key';
import { settleBatch } from './sql';

// Connections as several processes would have them.
const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: env.DATABASE_URL, max: 3 }));

const join = (fan: SignedIn, drop: MadeDrop, variant = 0) =>
  transact(joinWaitlist)(fan, { dropId: drop.id, variantId: drop.variantIds[variant]! });

const placesOf = (drop: MadeDrop) => db.waitlistPlace.findMany({ where: { dropId: drop.id }, orderBy: { id: 'asc' } });

afterAll(async () => void (await Promise.all(pools.map((each) => each.end()))));

afterEach(() => moveClock(0));

describe('a unit that comes back', () => {
  it('is offered to the first who waits, for the time the drop gives, and told to them', async () => {
    const { drop, fans, claims } = await makeSoldOut(2, 3);
    await db.drop.update({ where: { id: drop.id }, data: { offerSeconds: 1_800 } });
    const now = clock();
    await transact(releaseClaim)(system, { claimId: claims[0]!, cause: 'EXPIRED' }, { now });
    const [offer] = await offersIn(drop);
    expect(offer).toMatchObject({
      memberId: fans[0]!.id,
      allotmentId: drop.allotmentIds[0],
      state: 'HELD',
      heldUntil: after(now, 1_800_000),
    });
    expect((await placesOf(drop)).map(({ claimId }) => claimId)).toEqual([offer!.id, null, null]);
    const { id } = await db.event.findFirstOrThrow({
      where: { name: 'unit.offered', payload: { path: ['claimId'], equals: offer!.id } },
    });
    await react(id);
    expect(await db.notification.findFirst({ where: { memberId: fans[0]!.id, kind: 'unit.offered' } })).toMatchObject({
      path: `/checkout/${offer!.id}`,
    });
    const mail = await db.mail.findFirstOrThrow({ where: { memberId: fans[0]!.id, kind: 'unit.offered' } });
    expect(mail.text).toContain(`/checkout/${offer!.id}`);
    await release(offer!.id);
    expect((await offersIn(drop)).map(({ memberId, state }) => [memberId, state])).toEqual([
      [fans[0]!.id, 'RELEASED'],
      [fans[1]!.id, 'HELD'],
    ]);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({
      units: 2,
      remaining: 0,
      live: 2,
      taken: 2,
      ledger: 0,
    });
  });

  it('goes to one member and each member gets one, in order, when many come back at once in two channels', async () => {
    const { drop, fans, claims } = await makeSoldOut(6, 12);
    const { id: reserved } = await db.allotment.create({
      data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'RESERVED', units: 6, remaining: 6 },
    });
    const more = (await settleBatch(reserved, arrivals(...(await makeFans(6))), clock())).map(
      ({ claimId }) => claimId!,
    );
    const all = [...claims, ...more].flatMap((claimId) => [claimId, claimId]);
    const freed = await Promise.all(all.map((claimId, at) => (at % 2 ? release(claimId) : releaseBy(at, claimId))));
    expect(freed.filter(Boolean).length).toBe(12);
    expect((await offersIn(drop)).map(({ memberId }) => memberId).toSorted()).toEqual(
      fans.map(({ id }) => id).toSorted(),
    );
    expect((await placesOf(drop)).every(({ endedAt, claimId }) => endedAt && claimId)).toBe(true);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 0, live: 6, taken: 6 });
    expect(await booksOf(reserved)).toMatchObject({ remaining: 0, live: 6 });
  });

  it('keeps the order when fewer come back at once than wait', async () => {
    const { drop, fans, claims } = await makeSoldOut(8, 12);
    await Promise.all(claims.slice(0, 5).map(release));
    expect((await offersIn(drop)).map(({ memberId }) => memberId).toSorted()).toEqual(
      fans
        .slice(0, 5)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('passes over who holds a unit meanwhile, and who has another account of the same address', async () => {
    const { drop, claims } = await makeSoldOut(3, 0);
    const [first, second, third] = await makeFans(3);
    await db.member.update({ where: { id: second!.id }, data: { email: 'one@mail.example' } });
    await db.claim.update({ where: { id: claims[1]! }, data: { emailKey: null } });
    for (const fan of [first!, second!, third!]) await join(fan, drop);
    await settleBatch(
      drop.allotmentIds[1]!,
      [...arrivals(first!), { memberId: (await makeFans(1))[0]!.id, emailKey: emailKeyOf('ONE+b@mail.example') }],
      clock(),
    );
    await release(claims[0]!);
    expect((await offersIn(drop)).map(({ memberId }) => memberId)).toEqual([third!.id]);
    expect((await placesOf(drop)).map(({ endedAt, claimId }) => [Boolean(endedAt), Boolean(claimId)])).toEqual([
      [true, false],
      [true, false],
      [true, true],
    ]);
  });

  it('is offered to nobody once the drop is called off, though it is called off in the middle of it', async () => {
    const { drop, claims } = await makeSoldOut(6, 6);
    const operator = await makeOperator();
    await transact(keepClaim)(system, { claimId: claims[5]! });
    await Promise.all([
      ...claims.slice(0, 5).map(release),
      transact(cancelDrop)(operator, { dropId: drop.id, reason: 'Called off' }),
    ]);
    await transact(releaseClaim)(system, { claimId: claims[5]!, cause: 'REFUNDED' });
    expect(await db.claim.count({ where: { dropId: drop.id, state: { not: 'RELEASED' } } })).toBe(0);
    expect(await db.waitlistPlace.count({ where: { dropId: drop.id, endedAt: null } })).toBe(0);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 6, live: 0, taken: 0, ledger: 6 });
  });

  it('stays with its F-code, waits out a pause, a ranking and the next wave, and leaves free units to everybody', async () => {
    const { drop, claims } = await makeSoldOut(8, 8);
    const operator = await makeOperator();
    const offered = async (claimId: string) => {
      await release(claimId);
      return (await offersIn(drop)).length;
    };
    const held = await holdBack(drop, 1);
    const code = await transact(redeemFCode)((await makeFans(1))[0]!, {
      dropId: drop.id,
      variantId: drop.variantIds[0]!,
      code: (await makeCode(drop)).code,
    });
    expect(await offered(code.claimId)).toBe(0);
    expect(await booksOf(held)).toMatchObject({ remaining: 1 });
    await move('wave', drop, { pausedAt: clock() });
    expect(await offered(claims[0]!)).toBe(0);
    await move('wave', drop, { pausedAt: null });
    await move('drop', drop, { fairSeconds: 30 });
    expect(await offered(claims[1]!)).toBe(0);
    await move('drop', drop, { fairSeconds: 0 });
    // Two units are free by now: one that comes back is offered, those stay.
    expect(await offered(claims[2]!)).toBe(1);
    await move('wave', drop, { closesAt: after(clock(), -minute) });
    const next = await db.wave.create({
      data: { dropId: drop.id, number: 2, opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) },
    });
    expect(await offered(claims[3]!)).toBe(1);
    const { id: coming } = await db.allotment.create({
      data: { waveId: next.id, variantId: drop.variantIds[0]!, units: 3, remaining: 3 },
    });
    await transact(addUnits)(operator, { dropId: drop.id, allotmentId: coming, units: 2, reason: 'More were made' });
    expect(await offersIn(drop)).toHaveLength(1);
    await db.wave.update({
      where: { id: next.id },
      data: { opensAt: after(clock(), -2 * minute), closesAt: after(clock(), -minute) },
    });
    expect(await offered(claims[4]!)).toBe(2);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ units: 8, remaining: 3, live: 5 });
  });

  it('is seen by whoever joins, or sees them: none lies free while somebody waits', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { drop, claims } = await makeSoldOut(8, 0);
      const fans = await makeFans(12);
      const joined = fans.map((fan) => refusal(join(fan, drop)));
      await Promise.all([...claims.map(release), ...joined]);
      expect(new Set(await Promise.all(joined))).toSatisfy((codes: Set<string>) =>
        [...codes].every((code) => ['done', 'units-left'].includes(code)),
      );
      const { remaining } = await booksOf(drop.allotmentIds[0]!);
      expect(Math.min(remaining, await db.waitlistPlace.count({ where: { dropId: drop.id, endedAt: null } }))).toBe(0);
    }
  });
});

async function releaseBy(at: number, claimId: string): Promise<boolean> {
  // The same steps as the command, on a connection of another process.
  const client = await pools[at % pools.length]!.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(
      'SELECT a."id" FROM "Allotment" a WHERE a."id" = (SELECT "allotmentId" FROM "Claim" WHERE "id" = $1) FOR NO KEY UPDATE',
      [claimId],
    );
    const { rowCount } = await client.query(
      `UPDATE "Claim" SET "state" = 'RELEASED', "endedAt" = now(), "endedWhy" = 'EXPIRED' WHERE "id" = $1 AND "state" = 'HELD'`,
      [claimId],
    );
    if (rowCount === 1) {
      await client.query(`SELECT append_movements($1, 'RELEASED', 1, ARRAY[$2]::uuid[], now())`, [
        rows[0]!.id,
        claimId,
      ]);
      await client.query('SELECT offer_waiting($1, 1, now())', [rows[0]!.id]);
    }
    await client.query('COMMIT');
    return rowCount === 1;
  } finally {
    client.release();
  }
}
