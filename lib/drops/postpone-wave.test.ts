import { expect, it } from 'vitest';

import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { untilWaiting } from '@/tests/support/database';
import { arrivals, makeDrop, makeFans, makeOperator } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import { addWave, issueFCodes, postponeWave, scheduleDrop } from './commands';
import { enterBatch, settleBatch, settleOne } from './sql';

async function stage(more: { mode?: 'DRAW' } = {}) {
  const opensAt = after(clock(), hour);
  const closesAt = after(opensAt, hour);
  const drop = await makeDrop({ units: [3], opensAt, closesAt, ...more });
  const operator = await makeOperator();
  const later = { opensAt: after(opensAt, hour), closesAt: after(closesAt, hour), reason: 'The parcels are late' };
  const move = (change: object = {}, now?: Date) =>
    transact(postponeWave)(operator, { dropId: drop.id, waveId: drop.waveId, ...later, ...change }, { now });
  const read = () => db.wave.findUniqueOrThrow({ where: { id: drop.waveId }, include: { allotments: true } });
  return { drop, operator, opensAt, closesAt, later, move, read };
}

it('an announced wave opens later, with its units, seed, reservations and codes as they were, and those are told', async () => {
  const { drop, operator, opensAt, closesAt, later, move, read } = await stage({ mode: 'DRAW' });
  const [reserver, holder, other] = await makeFans(3);
  await db.reservation.create({
    data: { dropId: drop.id, memberId: reserver!.id, variantId: drop.variantIds[0]!, createdAt: clock() },
  });
  await db.allotment.update({ where: { id: drop.allotmentIds[0]! }, data: { channel: 'FCODE' } });
  const { handle } = await db.member.findUniqueOrThrow({ where: { id: holder!.id } });
  const code = { dropId: drop.id, count: 1, source: 'STAFF' as const, note: '' };
  await transact(issueFCodes)(operator, { ...code, handle: handle!, expiresAt: closesAt });
  await transact(issueFCodes)(operator, { ...code, expiresAt: after(clock(), minute) });
  const before = await read();
  await move();
  expect(await read()).toEqual({
    ...before,
    ...{ opensAt: later.opensAt, closesAt: later.closesAt, movedFrom: opensAt, moveReason: later.reason },
  });
  // A code that could have been used stays good, another one ends as it was to.
  const expiries = await db.fCode.findMany({ where: { dropId: drop.id }, orderBy: { id: 'asc' } });
  expect(expiries.map(({ expiresAt }) => expiresAt > closesAt)).toEqual([true, false]);
  const again = after(later.opensAt, minute);
  await move({ opensAt: again, reason: 'And again' });
  expect(await read()).toMatchObject({ opensAt: again, movedFrom: opensAt, moveReason: 'And again' });
  await runJobs();
  const told = await db.notification.findMany({
    where: { kind: 'wave.postponed', memberId: { in: [reserver!.id, holder!.id, other!.id] } },
  });
  expect(new Set(told.map(({ memberId }) => memberId))).toEqual(new Set([reserver!.id, holder!.id]));
  const entry = await db.auditEntry.findFirstOrThrow({ where: { act: 'wave.postpone', subjectId: drop.id } });
  expect(entry).toMatchObject({ detail: { from: opensAt.toISOString() } });
});

it('never sooner, never into the next wave, and not what is a plan or was called off', async () => {
  const { drop, operator, opensAt, closesAt, later, move, read } = await stage();
  expect(await refusal(move({ opensAt: after(opensAt, -minute) }))).toBe('opens-earlier');
  expect(await refusal(move({ closesAt: later.opensAt }))).toBe('closes-too-soon');
  const next = { opensAt: closesAt, closesAt: after(closesAt, hour) };
  await transact(addWave)(operator, { dropId: drop.id, ...next, units: { [drop.variantIds[0]!]: 1 } });
  expect(await refusal(move())).toBe('waves-overlap');
  expect(await read()).toMatchObject({ opensAt, closesAt, movedFrom: null });
  await db.drop.update({ where: { id: drop.id }, data: { cancelledAt: clock() } });
  expect(await refusal(move())).toBe('drop-cancelled');
  const words = { title: 'Plan', titleZh: '', summary: '', summaryZh: '', needsReservation: false, minTrust: 0 };
  const units = { [drop.variantIds[0]!]: 1 };
  const { id } = await transact(scheduleDrop)(operator, {
    ...{ ...words, holdMinutes: 15, productId: drop.productId, opensAt, closesAt, units },
  });
  const { id: waveId } = await db.wave.findFirstOrThrow({ where: { dropId: id } });
  expect(await refusal(move({ dropId: id, waveId }))).toBe('plan-not-announced');
});

it('at the opening moment and after it is refused, also where nobody came', async () => {
  const { opensAt, move, read } = await stage();
  expect(await refusal(move({}, opensAt))).toBe('wave-opened');
  expect(await read()).toMatchObject({ opensAt, movedFrom: null });
  await move({}, after(opensAt, -1));
});

it('a claim or an entry of the opening moment that was first is found by who waited for the stock', async () => {
  const { drop, opensAt, move, read } = await stage();
  const [fan] = await makeFans(1);
  let late: Promise<string> | undefined;
  await db.$transaction(async (tx) => {
    const settled = await settleOne(tx, drop.allotmentIds[0]!, arrivals(fan!)[0]!, opensAt);
    expect(settled?.outcome).toBe('granted');
    late = refusal(move({}, after(opensAt, -1)));
    await untilWaiting(1);
  });
  expect(await late).toBe('wave-opened');
  expect(await read()).toMatchObject({ opensAt, movedFrom: null });

  const draw = await stage({ mode: 'DRAW' });
  const allotmentId = draw.drop.allotmentIds[0]!;
  await enterBatch(draw.drop.waveId, [{ ...arrivals(fan!)[0]!, allotmentId }], draw.opensAt);
  expect(await refusal(draw.move({}, after(draw.opensAt, -1)))).toBe('wave-opened');
});

it('would be moved away under a claim by the clock alone (control)', async () => {
  const { drop, opensAt, later } = await stage();
  const [fan] = await makeFans(1);
  await settleBatch(drop.allotmentIds[0]!, arrivals(fan!), opensAt);
  const before = after(opensAt, -1);
  const moved = await db.wave.updateMany({
    where: { id: drop.waveId, opensAt: { gt: before } },
    data: { opensAt: later.opensAt },
  });
  expect(moved.count).toBe(1);
  expect(await db.claim.count({ where: { dropId: drop.id } })).toBe(1);
});

it('a claim that waits for the postponement finds the wave not open', async () => {
  const { drop, operator, opensAt, later } = await stage();
  const [fan] = await makeFans(1);
  let claim: ReturnType<typeof settleBatch> | undefined;
  await inTransaction(
    operator,
    async (ctx) => {
      await postponeWave(ctx, { dropId: drop.id, waveId: drop.waveId, ...later });
      claim = settleBatch(drop.allotmentIds[0]!, arrivals(fan!), opensAt);
      await untilWaiting(1);
    },
    { now: after(opensAt, -1) },
  );
  expect((await claim)![0]!.outcome).toBe('not-open');
});
