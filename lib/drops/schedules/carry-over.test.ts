import { beforeAll, describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { cancelDrop, carryUnits, keepClaim, releaseClaim } from '../commands';
import { moveUnits, settleBatch } from '../sql';
import { arrivals, makeDrop, makeFans, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';
import { meeting } from '@/tests/support/meeting';

import { carryOver } from './carry-over';

let operator: SignedIn;
beforeAll(async () => void (operator = await makeOperator()));

const now = clock();
const over = { opensAt: after(now, -2 * hour), closesAt: after(now, -hour) };
const during = after(now, -90 * minute);

async function nextWave(drop: MadeDrop, opensAt: Date, units = 0): Promise<string> {
  const wave = await db.wave.create({
    data: { dropId: drop.id, number: 2, opensAt, closesAt: after(opensAt, 5 * hour) },
    select: { id: true },
  });
  if (units > 0) {
    const made = await db.allotment.create({
      data: { waveId: wave.id, variantId: drop.variantIds[0]!, units, remaining: 0 },
      select: { id: true },
    });
    await moveUnits(db, { allotmentId: made.id, kind: 'OFFERED', delta: units, claimIds: [null], at: now });
  }
  return wave.id;
}

const stockOf = (waveId: string) =>
  db.allotment.findMany({
    where: { waveId },
    orderBy: [{ variant: { position: 'asc' } }, { channel: 'asc' }],
    select: { variantId: true, channel: true, units: true, remaining: true },
  });
const carried = (waveId: string) =>
  db.unitMovement.findMany({
    where: { allotment: { waveId }, kind: { in: ['CARRIED_IN', 'CARRIED_OUT'] } },
    orderBy: [{ allotmentId: 'asc' }, { seq: 'asc' }],
    select: { kind: true, delta: true, claimId: true },
  });

describe('carrying over', () => {
  it('moves what a closed wave has left into the next one once, and what comes back later with a later turn', async () => {
    const drop = await makeDrop({ units: [5, 2], ...over });
    const [payer, slow] = await makeFans(2);
    const settled = await settleBatch(drop.allotmentIds[0]!, arrivals(payer!, slow!), during);
    await transact(keepClaim)(system, { claimId: settled[0]!.claimId! }, { now: during });
    const second = await nextWave(drop, after(now, hour), 4);
    expect(await carryOver(now)).toBe(5);
    expect(await carryOver(now)).toBe(0);
    expect(await stockOf(drop.waveId)).toEqual([
      { variantId: drop.variantIds[0], channel: 'PUBLIC', units: 2, remaining: 0 },
      { variantId: drop.variantIds[1], channel: 'PUBLIC', units: 0, remaining: 0 },
    ]);
    expect(await stockOf(second)).toEqual([
      { variantId: drop.variantIds[0], channel: 'PUBLIC', units: 7, remaining: 7 },
      { variantId: drop.variantIds[1], channel: 'PUBLIC', units: 2, remaining: 2 },
    ]);
    await transact(releaseClaim)(system, { claimId: settled[1]!.claimId!, cause: 'EXPIRED' }, { now });
    expect(await carryOver(now)).toBe(1);
    expect((await stockOf(second))[0]).toMatchObject({ units: 8, remaining: 8 });
    expect((await carried(drop.waveId)).map(({ delta }) => delta).toSorted()).toEqual([-1, -2, -3]);
    expect(
      (await carried(second)).every(
        ({ kind, delta, claimId }) => kind === 'CARRIED_IN' && delta > 0 && claimId === null,
      ),
    ).toBe(true);
  });

  it('passes units on to those who wait when the next wave is open already, as soon as they come', async () => {
    const drop = await makeDrop({ units: [1], ...over });
    const [slow, waiting] = await makeFans(2);
    const [held] = await settleBatch(drop.allotmentIds[0]!, arrivals(slow!), during);
    await nextWave(drop, after(now, -minute));
    await db.waitlistPlace.create({
      data: { dropId: drop.id, variantId: drop.variantIds[0]!, memberId: waiting!.id, createdAt: now },
    });
    await transact(releaseClaim)(system, { claimId: held!.claimId!, cause: 'EXPIRED' }, { now });
    expect(await carryOver(now)).toBe(1);
    const offer = await db.claim.findFirstOrThrow({
      where: { dropId: drop.id, offered: true },
      select: { memberId: true, allotment: { select: { wave: { select: { number: true } } } } },
    });
    expect(offer).toEqual({ memberId: waiting!.id, allotment: { wave: { number: 2 } } });
  });

  it('leaves the units of open waves, of last waves, of undecided draws and of cancelled drops where they are', async () => {
    const [open, last, draw, cancelled] = [
      await makeDrop(),
      await makeDrop(over),
      await makeDrop({ mode: 'DRAW', ...over }),
      await makeDrop(over),
    ];
    for (const drop of [open, draw, cancelled]) await nextWave(drop, after(now, 3 * hour));
    await transact(cancelDrop)(operator, { dropId: cancelled.id, reason: 'It broke' });
    expect(await carryOver(now)).toBe(0);
    for (const { id } of [open, last, draw, cancelled])
      expect(await inTransaction(system, (ctx) => carryUnits(ctx, { dropId: id }), { now })).toBe(0);
    await db.wave.update({ where: { id: draw.waveId }, data: { decidedAt: now } });
    expect(await carryOver(now)).toBe(20);
  });

  it('keeps as many units back as there are F-codes that may still ask for one', async () => {
    const drop = await makeDrop({ units: [4], ...over });
    await db.allotment.update({ where: { id: drop.allotmentIds[0]! }, data: { channel: 'FCODE' } });
    const code = (expiresAt: Date, more = {}) =>
      db.fCode.create({
        data: {
          dropId: drop.id,
          digest: crypto.randomUUID(),
          tail: 'ABCD',
          source: 'STAFF',
          createdAt: now,
          expiresAt,
          ...more,
        },
      });
    await Promise.all([code(after(now, hour)), code(after(now, -minute)), code(after(now, hour), { revokedAt: now })]);
    const second = await nextWave(drop, after(now, hour));
    expect(await carryOver(now)).toBe(4);
    expect((await stockOf(second)).map(({ channel, units, remaining }) => [channel, units, remaining])).toEqual([
      ['PUBLIC', 3, 3],
      ['FCODE', 1, 1],
    ]);
  });

  it('moves each unit once, though several processes carry and holders give back at the same time', async () => {
    for (let round = 0; round < 4; round += 1) {
      const drop = await makeDrop({ units: [5, 5], ...over });
      const settled = await settleBatch(drop.allotmentIds[0]!, arrivals(...(await makeFans(3))), during);
      const second = await nextWave(drop, after(now, hour));
      const turn = () => inTransaction(system, (ctx) => carryUnits(ctx, { dropId: drop.id }), { now });
      const back = settled.map(({ claimId }) =>
        transact(releaseClaim)(system, { claimId: claimId!, cause: 'EXPIRED' }, { now }),
      );
      const moved = await Promise.all([turn(), turn(), turn(), turn(), ...back]);
      const rest = await turn();
      expect(moved.slice(0, 4).reduce<number>((sum, each) => sum + Number(each), rest)).toBe(10);
      expect((await stockOf(second)).map(({ units, remaining }) => [units, remaining])).toEqual([
        [5, 5],
        [5, 5],
      ]);
    }
  });

  it('moves units twice when nothing is locked before it is looked at (control)', async () => {
    const drop = await makeDrop({ units: [5], ...over });
    const second = await nextWave(drop, after(now, hour), 1);
    const [target] = await db.allotment.findMany({ where: { waveId: second }, select: { id: true } });
    const met = meeting();
    const naively = async () => {
      const { rows } = await pool.query<{ remaining: number }>('SELECT "remaining" FROM "Allotment" WHERE "id" = $1', [
        drop.allotmentIds[0],
      ]);
      await met();
      await pool.query('UPDATE "Allotment" SET "remaining" = 0 WHERE "id" = $1', [drop.allotmentIds[0]]);
      await pool.query(
        'UPDATE "Allotment" SET "units" = "units" + $2, "remaining" = "remaining" + $2 WHERE "id" = $1',
        [target!.id, rows[0]!.remaining],
      );
    };
    await Promise.all([naively(), naively()]);
    expect((await stockOf(second))[0]!.remaining).toBe(11);
  });
});
