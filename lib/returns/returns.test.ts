/** Goods that come back: asked for in time and never twice, counted before anything is paid, and paid by what was counted. */
import { describe, expect, it } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { askForReturn, cancelOwnReturn, sendOwnReturn } from '@/lib/flows/returns/ask-for-return';
import { countReturnedGoods } from '@/lib/flows/returns/count-return';
import { readReturns } from '@/lib/flows/returns/read-returns';
import { readStaffReturn } from '@/lib/flows/returns/read-staff-return';
import { settleReturn } from '@/lib/flows/returns/settle-return';
import { guestKeys } from '@/lib/orders/guest-key';
import { makeMember } from '@/tests/support/factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal, refused } from '@/tests/support/refusal';
import {
  ask,
  count,
  delivered,
  ownedBy,
  proof,
  settle,
  staffOf,
  unitsOf,
  wish,
} from '@/tests/support/return-factories';
import { standOfStock } from '@/tests/support/stock-factories';

import { decideReturn } from './commands';
import { countReturnInput, settleReturnInput, type AskReturn } from './schema';

describe('a return', () => {
  it('from request to refund: told, sent, counted into stock, nobody’s any more, and paid by what came', async () => {
    const order = await delivered();
    const { buyer, orderId, many, one } = order;
    const { id, state } = await ask(order, 2);
    await runJobs();
    expect(state).toBe('APPROVED');
    expect(await db.mail.count({ where: { memberId: buyer.id, kind: 'return.asked' } })).toBe(1);
    const own = { number: order.number, key: undefined, locale: 'en' as const, returnId: id };
    await sendOwnReturn(buyer, { ...own, carrier: 'DHL', tracking: 'R1' });
    expect(await refusal(cancelOwnReturn(buyer, own))).toBe('return-moved');

    const [first, second] = (await unitsOf(orderId)).filter(({ lineId }) => lineId === order.lineOf(many).id);
    expect(await refusal(count(order, id, 2, 0))).toBe('return-units');
    await count(order, id, 2, 0, { [`unit.${first!.unitId}`]: 'on', [`unit.${second!.unitId}`]: 'on' });
    expect(await ownedBy(buyer.id)).toBe(2);
    expect(await standOfStock(many)).toMatchObject({ OPEN: 2, CUSTOMER: 1 });
    expect(await standOfStock(one)).toMatchObject({ CUSTOMER: 1 });
    expect(await proof()).toEqual([]);

    await settle(id);
    await runJobs();
    const { grossMinor } = { grossMinor: order.lineOf(many).netMinor + order.lineOf(many).taxMinor };
    const paidBack = await db.refund.findFirstOrThrow({ where: { orderId } });
    expect([paidBack.state, paidBack.amountMinor]).toEqual(['DONE', Math.floor((grossMinor * 2) / 3)]);
    expect(await db.mail.count({ where: { memberId: buyer.id, kind: 'return.refunded' } })).toBe(1);
    expect((await db.order.findUniqueOrThrow({ where: { id: orderId } })).state).toBe('DELIVERED');
    expect(await refusal(settle(id))).toBe('return-moved');
  });

  it('of all of an order gives its shipping back too, in whichever parts it comes', async () => {
    const order = await delivered();
    for (const [ofMany, ofOne] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const { id } = await ask(order, ofMany, ofOne);
      const chosen = (await unitsOf(order.orderId)).filter(({ lineId }) => lineId === order.lineOf(order.many).id);
      const ticked = Object.fromEntries(chosen.slice(0, ofMany).map(({ unitId }) => [`unit.${unitId}`, 'on']));
      await count(order, id, ofMany, ofOne, ticked);
      await settle(id);
      await runJobs();
    }
    const { totalMinor, state } = await db.order.findUniqueOrThrow({ where: { id: order.orderId } });
    const back = await db.refund.aggregate({ where: { orderId: order.orderId }, _sum: { amountMinor: true } });
    expect([Number(back._sum.amountMinor), state]).toEqual([totalMinor, 'REFUNDED']);
    expect(await standOfStock(order.many)).toMatchObject({ OPEN: 3 });
    expect(await ownedBy(order.buyer.id)).toBe(0);
  });

  it('for a fault waits for staff, who answer; what is refused may be asked for again', async () => {
    const order = await delivered();
    expect(await refusal(ask(order, 1, 0, { wish: 'FAULTY' }))).toBe('return-why');
    const { id, state } = await ask(order, 3, 0, { wish: 'FAULTY', note: 'The left one hums.' });
    expect(state).toBe('ASKED');
    expect(await refusal(ask(order, 1))).toBe('return-over');
    const decide = async (outcome: 'APPROVED' | 'REFUSED') =>
      transact(decideReturn)(await staffOf('SUPPORT'), { returnId: id, outcome, answer: 'Reset it first.' });
    const both = await Promise.all([refusal(decide('APPROVED')), refusal(decide('REFUSED'))]);
    expect(both.toSorted()).toEqual(['done', 'return-moved']);
    const decided = await db.return.findUniqueOrThrow({ where: { id } });
    if (decided.state === 'APPROVED')
      await cancelOwnReturn(order.buyer, { number: order.number, key: undefined, locale: 'en', returnId: id });
    expect((await ask(order, 1)).state).toBe('APPROVED');
  });

  it('is asked for within its time, of what has arrived, by its buyer', async () => {
    const order = await delivered();
    const later = (days: number) => ({ now: after(clock(), days * day) });
    const asked = (days: number, more: Partial<AskReturn> = {}) =>
      refused(askForReturn(order.buyer, wish(order, 1, 0, more), later(days)));
    expect((await asked(400)).code).toBe('return-late');
    expect(await refusal(askForReturn(order.buyer, wish(order, 1, 0, { wish: 'FAULTY', note: 'x' }), later(400)))).toBe(
      'done',
    );
    const over = await refused(ask(order, 4));
    expect([over.code, over.detail.values]).toEqual(['return-over', { left: 2 }]);
    expect(await refusal(ask(order, 0))).toBe('return-empty');
    expect(await refusal(askForReturn(await makeMember(), wish(order, 1)))).toBe('not-found');
    expect(await refusal(askForReturn(guest, wish(order, 1)))).toBe('signed-out');
    // A key opens the orders of guests alone.
    const key = guestKeys.make(order.orderId);
    expect(await refusal(askForReturn(guest, wish(order, 1, 0, { key, number: undefined })))).toBe('not-found');
    await db.order.update({ where: { id: order.orderId }, data: { guestEmail: 'guest@example.com' } });
    expect(await refusal(askForReturn(guest, wish(order, 1, 0, { key, number: undefined })))).toBe('done');
  });

  it('never brings a piece twice, however many ask at one moment', async () => {
    const order = await delivered();
    const ends = await Promise.all(Array.from({ length: 4 }, () => refusal(ask(order, 2))));
    expect(ends.toSorted()).toEqual(['done', 'return-over', 'return-over', 'return-over']);
  });

  it('control: without the order’s lock its trigger holds it, and without both nothing does', async () => {
    const order = await delivered();
    const loose = () =>
      inTransaction(system, async ({ db: own, now }) => {
        await new Promise((then) => setTimeout(then, 30));
        const of = { orderId: order.orderId, memberId: order.buyer.id, wish: 'WITHDRAWAL', state: 'APPROVED' } as const;
        const lines = { create: [{ lineId: order.lineOf(order.many).id, announced: 2 }] };
        const number = crypto.randomUUID().slice(0, 8);
        await own.return.create({ data: { ...of, number, createdAt: now, changedAt: now, lines } });
      });
    const held = await Promise.allSettled([loose(), loose()]);
    expect(held.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await pool.query('ALTER TABLE "ReturnLine" DISABLE TRIGGER "ReturnLine_fits"');
    try {
      await Promise.all([loose(), loose()]);
    } finally {
      await pool.query('ALTER TABLE "ReturnLine" ENABLE TRIGGER "ReturnLine_fits"');
    }
    expect(await db.return.count({ where: { orderId: order.orderId } })).toBe(3);
  });

  it('is counted once and paid once, whoever presses at the same moment', async () => {
    const order = await delivered();
    const { id } = await ask(order, 3, 1);
    const counted = await Promise.all([1, 2, 3].map(() => refusal(count(order, id, 3, 1))));
    expect(counted.toSorted()).toEqual(['done', 'return-moved', 'return-moved']);
    expect(await standOfStock(order.many)).toMatchObject({ OPEN: 3 });
    const paid = await Promise.all([1, 2, 3].map(() => refusal(settle(id))));
    expect(paid.toSorted()).toEqual(['done', 'return-moved', 'return-moved']);
    expect(await db.refund.count({ where: { orderId: order.orderId } })).toBe(1);
  });

  it('pays nothing where its goods go back, less where something is taken off, and never more than is left', async () => {
    const order = await delivered();
    const { id } = await ask(order, 3, 1);
    const damaged = { [`grade.${order.lineOf(order.one).id}`]: 'DAMAGED' };
    await count(order, id, 3, 1, damaged);
    expect(await standOfStock(order.one)).toMatchObject({ DAMAGED: 1 });
    expect(await refusal(settle(id, { deduct: '5' }))).toBe('return-why');
    expect(await refusal(settle(id, { deduct: 'five', deductReason: 'Postage' }))).toBe('return-amount');
    expect(await refusal(settle(id, { deduct: '99999', deductReason: 'Postage' }))).toBe('return-deduct');
    await refundOrder(system, { number: order.number, reason: 'A scratch', amount: '1.00' });
    expect(await refusal(settle(id))).toBe('refund-running');
    await runJobs();
    expect(await refusal(settle(id))).toBe('refund-too-much');
    const sendBack = { [`outcome.${order.lineOf(order.one).id}`]: 'SEND_BACK' };
    await settle(id, { ...sendBack, deduct: '2.00', deductReason: 'Scratched' });
    const { grossMinor } = { grossMinor: order.lineOf(order.many).netMinor + order.lineOf(order.many).taxMinor };
    const closed = await db.return.findUniqueOrThrow({ where: { id } });
    expect([closed.state, closed.refundMinor]).toEqual(['CLOSED', grossMinor - 200]);
  });

  it('is counted by who handles returns, and paid by who may refund too', async () => {
    const order = await delivered();
    const { id } = await ask(order, 3, 1);
    const input = countReturnInput.parse({ returnId: id });
    expect(await refusal(countReturnedGoods(await makeMember(), input))).toBe('forbidden');
    await count(order, id, 3, 1);
    const counts: SignedIn['permissions'] = ['returns.read', 'returns.handle'];
    const counting = { ...(await makeMember()), permissions: counts };
    expect(await refusal(settleReturn(counting, settleReturnInput.parse({ returnId: id, deductReason: '' })))).toBe(
      'forbidden',
    );
    const { number } = await db.return.findUniqueOrThrow({ where: { id } });
    const seen = await readStaffReturn(reading(counting), { number: number.toLowerCase() });
    expect(seen?.can).toEqual({ decide: false, refuse: false, send: false, count: false, settle: false });
    expect(await readStaffReturn(reading(await makeMember()), { number })).toBeNull();
    expect((await readReturns(reading(order.buyer), { orderId: order.orderId })).lines).toEqual([]);
  });
});
