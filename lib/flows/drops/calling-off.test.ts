import { describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, day, hour } from '@/lib/core/time';
import { addUnits, cancelDrop, issueFCodes, joinWaitlist } from '@/lib/drops/commands';
import { settleBatch } from '@/lib/drops/sql';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import {
  arrivals,
  booksOf,
  holdBack,
  makeDrop,
  makeFans,
  makeOperator,
  type MadeDrop,
} from '@/tests/support/drop-factories';
import { makeHold, makeOrder, runJobs, standOf, type Ordered } from '@/tests/support/order-factories';

import { previewCallingOff } from './calling-off';

const reason = 'The hinge breaks in the cold.';
const callOff = (drop: { id: string }, now?: Date) =>
  transact(cancelDrop)(system, { dropId: drop.id, reason }, { now });
const preview = (drop: { id: string }) => previewCallingOff(reading(system), { dropId: drop.id });
const toldOf = async ({ id }: { id: string }) =>
  await db.notification.findMany({
    where: { memberId: id, kind: { startsWith: 'drop.' } },
    select: { kind: true, data: true, path: true },
  });

async function paid(drop: MadeDrop): Promise<Ordered> {
  const order = await makeOrder(await makeHold(drop));
  await payDemo(order.sessionId, 'success');
  await runJobs();
  return order;
}

const sent = async (drop: MadeDrop, state: 'SHIPPED' | 'DELIVERED' = 'SHIPPED') => {
  const order = await paid(drop);
  await db.order.update({ where: { number: order.placed.number }, data: { state } });
  return order;
};

async function staff(): Promise<SignedIn> {
  const [fan] = await makeFans(1);
  await db.grant.create({ data: { memberId: fan!.id, roleKey: 'SUPPORT', at: clock() } });
  return fan!;
}

describe('calling a drop off', () => {
  it('says first what it would do, in numbers and sums', async () => {
    const drop = await makeDrop({ units: [6] });
    expect(await preview(drop)).toEqual({
      goesBack: [],
      unpaid: 0,
      onTheirWay: 0,
      delivered: 0,
      held: 0,
      reserved: 0,
      waiting: 0,
      entered: 0,
      codes: 0,
    });
    const payers = [await paid(drop), await paid(drop)];
    await sent(drop);
    await sent(drop, 'DELIVERED');
    await makeOrder(await makeHold(drop));
    await makeHold(drop);
    const [waiter] = await makeFans(1);
    await transact(joinWaitlist)(waiter!, { dropId: drop.id, variantId: drop.variantIds[0]! });
    const { totalMinor } = await db.order.findUniqueOrThrow({ where: { number: payers[0]!.placed.number } });
    expect(await preview(drop)).toEqual({
      goesBack: [{ state: 'PAID', currency: 'USD', count: 2, totalMinor: 2 * totalMinor }],
      unpaid: 1,
      onTheirWay: 1,
      delivered: 1,
      held: 2,
      reserved: 0,
      waiting: 1,
      entered: 0,
      codes: 0,
    });
  });

  it('says what is left to give back, where a part went back already or is on its way', async () => {
    const drop = await makeDrop({ units: [3] });
    const [one, other] = [await paid(drop), await paid(drop)];
    const { totalMinor } = await db.order.findUniqueOrThrow({ where: { number: one.placed.number } });
    await refundOrder(system, { number: one.placed.number, reason: 'A scratch', amount: '41.00' });
    await runJobs();
    await refundOrder(system, { number: other.placed.number, reason: 'A scratch', amount: '1.00' });
    const left = { state: 'PAID', currency: 'USD', count: 2, totalMinor: 2 * totalMinor - 4_200 };
    expect((await preview(drop)).goesBack).toEqual([left]);
  });

  it('tells everyone who took part, each what it means to them, with the reason; and asks staff to look at the parcels', async () => {
    const drop = await makeDrop({ units: [3] });
    await holdBack(drop, 1);
    const [payer, parcel, holder] = [await paid(drop), await sent(drop), await makeHold(drop)];
    const [fans, support, operator] = [await makeFans(4), await staff(), await makeOperator()];
    const [reserver, waiter, coded, stranger] = fans as [SignedIn, SignedIn, SignedIn, SignedIn];
    for (const fan of [reserver, payer.buyer])
      await db.reservation.create({
        data: { dropId: drop.id, memberId: fan.id, variantId: drop.variantIds[0]!, createdAt: clock() },
      });
    await transact(joinWaitlist)(waiter, { dropId: drop.id, variantId: drop.variantIds[0]! });
    await transact(issueFCodes)(operator, {
      dropId: drop.id,
      count: 1,
      source: 'STAFF',
      note: '',
      handle: coded.handle,
      expiresAt: after(clock(), day),
    });
    await callOff(drop);
    await runJobs();
    const kinds = async (who: { id: string }) => (await toldOf(who)).map(({ kind }) => kind);
    for (const who of [reserver, waiter, coded, holder.buyer]) expect(await kinds(who)).toEqual(['drop.cancelled']);
    expect([await kinds(payer.buyer), await kinds(parcel.buyer), await kinds(stranger)]).toEqual([
      ['drop.cancelledAfterPayment'],
      ['drop.cancelledAfterShipping'],
      [],
    ]);
    expect((await toldOf(payer.buyer))[0]).toMatchObject({
      path: `/orders/${payer.placed.number}`,
      data: { reason, number: payer.placed.number, total: { en: expect.stringMatching(/^\$\d/) as string } },
    });
    expect((await toldOf(support))[0]).toMatchObject({
      kind: 'drop.parcelsOrphaned',
      path: `/staff/drops/${drop.id}`,
      data: { count: 1 },
    });
    expect(
      await db.mail.count({
        where: { memberId: payer.buyer.id, kind: 'drop.cancelledAfterPayment', text: { contains: reason } },
      }),
    ).toBe(1);
    expect(await standOf(parcel.claimId)).toMatchObject({ order: 'SHIPPED', refunds: [] });
  });

  it('is possible after the last close, refunds what was paid, and lets those who came away empty long ago be', async () => {
    const drop = await makeDrop({ units: [1] });
    const [payer, [reserver]] = [await paid(drop), await makeFans(1)];
    await db.reservation.create({
      data: { dropId: drop.id, memberId: reserver!.id, variantId: drop.variantIds[0]!, createdAt: clock() },
    });
    await db.wave.updateMany({
      where: { dropId: drop.id },
      data: { opensAt: after(clock(), -30 * day), closesAt: after(clock(), -29 * day) },
    });
    await callOff(drop);
    await runJobs();
    expect(await standOf(payer.claimId)).toMatchObject({ claim: 'RELEASED', order: 'REFUNDED', refunds: ['DONE'] });
    expect([await toldOf(reserver!), (await toldOf(payer.buyer)).map(({ kind }) => kind)]).toEqual([
      [],
      ['drop.cancelledAfterPayment'],
    ]);
  });

  it('at the moment when units are added leaves books that agree, whichever came first', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [drop, operator, fans] = [await makeDrop({ units: [2] }), await makeOperator(), await makeFans(4)];
      const add = () =>
        transact(addUnits)(operator, {
          dropId: drop.id,
          allotmentId: drop.allotmentIds[0]!,
          units: 3,
          reason: 'More were made',
        });
      const both = round % 2 === 0 ? [add(), callOff(drop)] : [callOff(drop), add()];
      const [claims, ...ends] = await Promise.allSettled([
        settleBatch(drop.allotmentIds[0]!, arrivals(...fans), clock()),
        ...both,
      ]);
      const refusedCodes = ends.flatMap((end) =>
        end.status === 'rejected' ? [(end.reason as { code: string }).code] : [],
      );
      expect([claims.status, ...refusedCodes.filter((code) => code !== 'drop-cancelled')]).toEqual(['fulfilled']);
      const { units, remaining, live, ledger } = await booksOf(drop.allotmentIds[0]!);
      expect({ live, remaining, ledger }).toEqual({ live: 0, remaining: units, ledger: units });
      expect(units).toBe(refusedCodes.length > 0 ? 2 : 5);
    }
  });

  it('waits for the claims that are on their way, so that none follows it', async () => {
    const drop = await makeDrop({ units: [2] });
    expect(await duringClaim(drop, () => callOff(drop))).toBe('waits');
    expect(await db.claim.findMany({ where: { dropId: drop.id }, select: { state: true, endedWhy: true } })).toEqual([
      { state: 'RELEASED', endedWhy: 'CANCELLED' },
    ]);
  });

  it('is overtaken by a claim when the stock is not locked first (control)', async () => {
    const drop = await makeDrop({ units: [2] });
    expect(
      await duringClaim(drop, async () => {
        await db.drop.update({ where: { id: drop.id }, data: { cancelledAt: clock() } });
        await db.claim.updateMany({ where: { dropId: drop.id, state: 'HELD' }, data: { state: 'RELEASED' } });
      }),
    ).toBe('is through');
    expect(await db.claim.findMany({ where: { dropId: drop.id }, select: { state: true } })).toEqual([
      { state: 'HELD' },
    ]);
  });
});

/** Runs some work while a claim of a stranger has been made on another connection and is not committed; says whether the work waited for it. */
async function duringClaim(drop: MadeDrop, work: () => Promise<unknown>): Promise<string> {
  const [fan] = await makeFans(1);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT * FROM settle_claims($1, $2, $3, $4)', [
      drop.allotmentIds[0],
      [fan!.id],
      [fan!.id],
      clock(),
    ]);
    const done = work();
    const end = await Promise.race([
      done.then(() => 'is through'),
      new Promise<string>((tell) => setTimeout(() => tell('waits'), 300)),
    ]);
    await client.query('COMMIT');
    await done;
    return end;
  } finally {
    client.release();
  }
}

it('a plan that nobody has seen is called off without a word to anyone', async () => {
  const drop = await makeDrop({ announced: false, opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) });
  await callOff(drop);
  await runJobs();
  expect(await db.notification.count({ where: { path: `/drops/${drop.slug}` } })).toBe(0);
});
