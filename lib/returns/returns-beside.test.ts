/** Returns beside what else may happen to their order: its money goes back first, two end at once, staff hold few permissions. */
import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { sendOwnReturn } from '@/lib/flows/returns/ask-for-return';
import { readStaffReturn } from '@/lib/flows/returns/read-staff-return';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import { ask, count, delivered, ownedBy, proof, settle, staffOf } from '@/tests/support/return-factories';
import { standOfStock } from '@/tests/support/stock-factories';

const mailsOf = async (memberId: string, end: 'refunded' | 'sentBack') =>
  db.mail.count({ where: { memberId, kind: `return.${end}` } });

describe('a return', () => {
  it('whose order was refunded before its goods came: they are the shop’s again, and nothing more goes back', async () => {
    const order = await delivered();
    const { id, number } = await ask(order, 3, 1);
    await refundOrder(system, { number: order.number, reason: 'As promised on the phone' });
    await runJobs();
    const units = await db.unitAssignment.findMany({ where: { orderId: order.orderId }, select: { unitId: true } });
    const statesOf = async () =>
      (await db.unit.findMany({ where: { id: { in: units.map(({ unitId }) => unitId) } } })).map(({ state }) => state);
    expect(await statesOf()).toEqual(['REFUNDED', 'REFUNDED', 'REFUNDED', 'REFUNDED']);
    await count(order, id, 3, 1);
    expect(await statesOf()).toEqual(['RECEIVED', 'RECEIVED', 'RECEIVED', 'RECEIVED']);
    expect(await db.holding.count({ where: { memberId: order.buyer.id, until: null } })).toBe(0);
    expect(await standOfStock(order.many)).toMatchObject({ OPEN: 3 });
    expect((await readStaffReturn(reading(await staffOf('SUPPORT')), { number }))?.worthMinor).toBe(0);
    await settle(id);
    await runJobs();
    expect(await db.return.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'CLOSED', refundId: null });
    expect(await db.refund.count({ where: { orderId: order.orderId } })).toBe(1);
    // No goods go back to the buyer, and no money does: neither is said.
    expect([await mailsOf(order.buyer.id, 'refunded'), await mailsOf(order.buyer.id, 'sentBack')]).toEqual([0, 0]);
    expect(await proof()).toEqual([]);
  });

  it('of which nothing came promises nothing to its buyer, and its pieces may be asked for again', async () => {
    const order = await delivered();
    const { id } = await ask(order, 3, 1);
    await count(order, id, 0, 0);
    await settle(id);
    await runJobs();
    expect([await mailsOf(order.buyer.id, 'refunded'), await mailsOf(order.buyer.id, 'sentBack')]).toEqual([0, 0]);
    expect(await refusal(ask(order, 3, 1))).toBe('done');
  });

  it('counted while its order’s money goes back brings its devices, whichever of the two is first', async () => {
    const order = await delivered();
    const { id } = await ask(order, 3, 1);
    await refundOrder(system, { number: order.number, reason: 'As promised on the phone' });
    const [counted] = await Promise.all([refusal(count(order, id, 3, 1)), runJobs()]);
    expect(counted).toBe('done');
    expect(await db.holding.count({ where: { memberId: order.buyer.id, until: null } })).toBe(0);
  });

  it('is told to be on its way as often as it is corrected, and its history says it once', async () => {
    const order = await delivered();
    const { id } = await ask(order, 1);
    const own = { number: order.number, key: undefined, locale: 'en' as const, returnId: id };
    for (const tracking of ['R1', 'R2', 'R3']) await sendOwnReturn(order.buyer, { ...own, carrier: 'DHL', tracking });
    expect(await db.return.findUniqueOrThrow({ where: { id } })).toMatchObject({ tracking: 'R3' });
    expect(await db.returnStep.count({ where: { returnId: id } })).toBe(2);
  });

  it('shows the open places to all who count it', async () => {
    const order = await delivered();
    const { number } = await ask(order, 1);
    const seen = await readStaffReturn(reading(await staffOf('SUPPORT')), { number });
    expect(seen?.places.map(({ value }) => value)).toContain(order.place);
    await db.stockLocation.update({ where: { id: order.place }, data: { closedAt: new Date() } });
    const later = await readStaffReturn(reading(await staffOf('SUPPORT')), { number });
    expect(later?.places.map(({ value }) => value)).not.toContain(order.place);
  });

  it('settled at one moment with the other of its order gives the shipping back once', async () => {
    const order = await delivered();
    const [some, rest] = [await ask(order, 1), await ask(order, 2, 1)];
    const line = order.lineOf(order.many);
    const [first] = await db.unitAssignment.findMany({ where: { lineId: line.id }, select: { unitId: true } });
    await count(order, some.id, 1, 0, { [`unit.${first!.unitId}`]: 'on' });
    await count(order, rest.id, 2, 1);
    const worth = Math.floor((line.netMinor + line.taxMinor) / 3);
    const nothing = { deduct: String(worth / 100), deductReason: 'Broken by its buyer' };
    const held = await pool.connect();
    await held.query('BEGIN');
    await held.query('SELECT 1 FROM "Order" WHERE "id" = $1 FOR UPDATE', [order.orderId]);
    const second = refusal(settle(rest.id));
    await new Promise((then) => setTimeout(then, 500));
    const both = Promise.all([refusal(settle(some.id, nothing)), second]);
    await new Promise((then) => setTimeout(then, 500));
    await held.query('COMMIT');
    held.release();
    const ends = await both;
    await runJobs();
    if (ends[0] === 'refund-running') await settle(some.id, nothing);
    await runJobs();
    const { totalMinor } = await db.order.findUniqueOrThrow({ where: { id: order.orderId } });
    const back = await db.refund.aggregate({ where: { orderId: order.orderId }, _sum: { amountMinor: true } });
    expect(Number(back._sum.amountMinor)).toBe(totalMinor - worth);
  });

  it('whose goods go back to their buyer leaves nothing behind: not in stock, not without an owner, and they may come again', async () => {
    const order = await delivered();
    const back = Object.fromEntries(
      [order.many, order.one].map((variantId) => [`outcome.${order.lineOf(variantId).id}`, 'SEND_BACK']),
    );
    const grade = { [`grade.${order.lineOf(order.one).id}`]: 'DAMAGED' };
    for (let round = 1; round <= 2; round += 1) {
      const { id } = await ask(order, 3, 1);
      await count(order, id, 3, 1, grade);
      expect(await ownedBy(order.buyer.id)).toBe(0);
      await settle(id, back);
      await runJobs();
      expect([await standOfStock(order.many), await standOfStock(order.one)]).toMatchObject([
        { CUSTOMER: 3 },
        { CUSTOMER: 1 },
      ]);
      expect((await standOfStock(order.many)).OPEN ?? 0).toBe(0);
      expect(await ownedBy(order.buyer.id)).toBe(4);
      expect(await db.holding.count({ where: { memberId: order.buyer.id, until: null } })).toBe(4);
      expect(await mailsOf(order.buyer.id, 'sentBack')).toBe(round);
      expect(await proof()).toEqual([]);
    }
    expect(await db.refund.count({ where: { orderId: order.orderId } })).toBe(0);
  });
});
