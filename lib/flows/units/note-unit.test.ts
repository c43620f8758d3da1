import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { clock, after, minute } from '@/lib/core/time';
import { undoRefunded } from '@/lib/flows/orders/undo-refunded';
import { registerOwners } from '@/lib/flows/ownership/register-owner';
import { noteUnit } from '@/lib/units/commands';
import type { NotedKind } from '@/lib/units/policy';
import { arrive } from '@/tests/support/arrive';
import { makeOperator } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeHold, makeOrder } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import { untilWaiting } from '@/tests/support/database';
import { word } from '@/tests/support/word';

import { noteUnitEvent } from './note-unit';
import { shipOrder } from './ship-order';

/** An order that was sent with one scanned unit, and what may become of both. */
async function sent() {
  const [{ buyer, placed }, operator] = [await makeOrder(await makeHold()), await makeOperator()];
  const { number } = placed;
  const paid = { state: 'PAID', paidAt: clock() } as const;
  const { id: orderId } = await db.order.update({ where: { number }, data: paid, select: { id: true } });
  const serial = `SN${word().toUpperCase()}`;
  await shipOrder(operator, { number, carrier: 'DHL', tracking: 'T1', serials: [serial] });
  const { id: unitId } = await db.unit.findFirstOrThrow({ where: { serial } });
  const seqOf = async () => (await db.unit.findUniqueOrThrow({ where: { id: unitId } })).seq;
  return {
    ...{ buyer, orderId, unitId, operator, seqOf },
    note: async (kind: NotedKind) => noteUnitEvent(operator, { unitId, kind, note: '', shown: await seqOf() }),
    deliver: async () => {
      await arrive(orderId);
      return inTransaction(system, (ctx) => registerOwners(ctx, { orderId }));
    },
    refund: (now?: Date) =>
      inTransaction(
        system,
        async (ctx) => {
          await ctx.db.order.update({ where: { id: orderId }, data: { state: 'REFUNDED' } });
          await undoRefunded(ctx, { orderId, claimId: null, returnsUnit: false });
        },
        { now },
      ),
    stand: async () => {
      const { state } = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
      const last = await db.unitEvent.findFirstOrThrow({ where: { unitId }, orderBy: { seq: 'desc' } });
      const owner = await db.ownership.findFirst({ where: { unitId, endedAt: null } });
      const hand = await db.holding.findFirst({ where: { unitId, until: null } });
      const packed = await db.unitAssignment.count({ where: { unitId, endedAt: null } });
      return { state, last: last.kind, owner: owner?.memberId, hand: hand?.memberId, packed };
    },
  };
}

describe('a unit whose order is refunded', () => {
  it('is said so in its history, its buyer has it in hand and owns it no more, and the next order may have it', async () => {
    const { buyer, deliver, refund, stand, note } = await sent();
    await deliver();
    await refund();
    const gone = { owner: undefined, packed: 0 };
    expect(await stand()).toEqual({ state: 'REFUNDED', last: 'REFUNDED', hand: buyer.id, ...gone });
    await note('RETURNED');
    await note('RECEIVED');
    expect(await stand()).toEqual({ state: 'RECEIVED', last: 'RECEIVED', hand: undefined, ...gone });
  });

  it('is said so on its way too, and stays lost where it is lost', async () => {
    const [one, two] = [await sent(), await sent()];
    await one.refund();
    expect(await one.stand()).toMatchObject({ state: 'REFUNDED', packed: 0 });
    await two.note('LOST');
    await two.refund();
    expect(await two.stand()).toMatchObject({ state: 'LOST', packed: 0 });
  });

  it('ends its ownership at no moment before it began, though the refund began earlier', async () => {
    const { deliver, refund, unitId } = await sent();
    await deliver();
    await refund(after(clock(), -minute));
    const { registeredAt, endedAt } = await db.ownership.findFirstOrThrow({ where: { unitId } });
    expect(endedAt).toEqual(registeredAt);
  });

  it('is refunded or noted first, and neither waits for the other crosswise', async () => {
    const { deliver, refund, note, operator, unitId, seqOf, stand } = await sent();
    await deliver();
    const shown = await seqOf();
    let ended = Promise.resolve();
    await inTransaction(operator, async (ctx) => {
      await noteUnit(ctx, { unitId, kind: 'RETURNED', note: '', shown });
      ended = refund();
      await untilWaiting(1);
      // Who waits for the unit holds nothing of its ownership.
      await pool.query('SELECT 1 FROM "Ownership" WHERE "unitId" = $1 FOR UPDATE NOWAIT', [unitId]);
    });
    await ended;
    expect(await stand()).toMatchObject({ state: 'RETURNED', owner: undefined });
    await note('SCRAPPED');
  });
});

describe('a unit that is noted', () => {
  it('as found or repaired may be back with its owner', async () => {
    const { buyer, deliver, note, stand } = await sent();
    await deliver();
    for (const kind of ['LOST', 'FOUND', 'OWNED', 'REPAIRED', 'OWNED'] as const) await note(kind);
    expect(await stand()).toEqual({ state: 'OWNED', last: 'OWNED', owner: buyer.id, hand: buyer.id, packed: 1 });
  });

  it('as come back, received or scrapped is nobody’s any more', async () => {
    for (const kinds of [['RETURNED'], ['LOST', 'SCRAPPED'], ['REPAIRED', 'RECEIVED']] as const) {
      const { deliver, note, stand } = await sent();
      await deliver();
      for (const kind of kinds) await note(kind);
      expect(await stand()).toMatchObject({ state: kinds.at(-1), owner: undefined, hand: undefined, packed: 0 });
    }
  });

  it('as found is owned by its delivery, or after it by a note', async () => {
    const [early, late] = [await sent(), await sent()];
    for (const kind of ['LOST', 'FOUND'] as const) await early.note(kind);
    expect(await early.deliver()).toHaveLength(1);
    expect(await early.stand()).toMatchObject({ state: 'OWNED', owner: early.buyer.id });
    await late.note('LOST');
    expect(await late.deliver()).toEqual([]);
    await late.note('FOUND');
    await late.note('OWNED');
    expect(await late.stand()).toMatchObject({ state: 'OWNED', owner: late.buyer.id, hand: late.buyer.id });
  });

  it('as its owner’s is refused where nobody owns it, it was never delivered, or staff may not', async () => {
    const { note, stand, unitId, operator } = await sent();
    expect(await refusal(note('OWNED'))).toBe('unit-state');
    for (const kind of ['LOST', 'FOUND'] as const) await note(kind);
    expect(await refusal(note('OWNED'))).toBe('unit-no-owner');
    expect(await stand()).toMatchObject({ state: 'FOUND' });
    const input = { unitId, kind: 'SCRAPPED' as const, note: '', shown: 5 };
    expect(await refusal(noteUnitEvent(await makeMember(), input))).toBe('forbidden');
    expect(await refusal(transact(noteUnit)(operator, { ...input, shown: 1 }))).toBe('unit-changed');
  });

  it('as come back before it arrived makes its buyer no owner, of it or of another', async () => {
    const { note, deliver, orderId } = await sent();
    await note('RETURNED');
    expect(await deliver()).toEqual([]);
    expect(await deliver()).toEqual([]);
    expect(await db.unitAssignment.count({ where: { orderId } })).toBe(1);
  });
});
