/** What an exchange must not give twice: a piece whose money went back by another return, a chain of exchanges, and a device that never came. */
import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { askForReturn } from '@/lib/flows/returns/ask-for-return';
import { countReturnedGoods } from '@/lib/flows/returns/count-return';
import { markDelivered, markShipped } from '@/lib/orders/commands';
import { countReturnInput } from '@/lib/returns/schema';
import { receiveUnits } from '@/lib/stock/commands';
import { makeOperator } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import {
  ask,
  count,
  delivered,
  ownedBy,
  settle,
  staffOf,
  unitsOf,
  type Delivered,
} from '@/tests/support/return-factories';

import { decideReturn } from './commands';

const receive = async ({ one, many, place }: Delivered, units: number) => {
  for (const variantId of [one, many])
    await transact(receiveUnits)(await makeOperator(), { variantId, locationId: place, units, note: '' });
};
const replacementOf = async (returnId: string) =>
  (await db.return.findUniqueOrThrow({ where: { id: returnId }, include: { replacement: true } })).replacement;

/** An order that was sent in place of another and has arrived, with a fault of its own, counted. */
async function faultyReplacement() {
  const order = await delivered();
  await receive(order, 5);
  const first = await ask(order, 0, 1, { wish: 'WITHDRAWAL' });
  const lineId = order.lineOf(order.one).id;
  await count(order, first.id, 0, 1);
  await settle(first.id, { [`outcome.${lineId}`]: 'REPLACE' });
  await runJobs();
  const { number, id: orderId } = (await replacementOf(first.id))!;
  const operator = await makeOperator();
  await transact(markShipped)(operator, { number, carrier: 'DHL', tracking: 'X' });
  await transact(markDelivered)(operator, { number });
  await runJobs();
  const line = await db.orderLine.findFirstOrThrow({ where: { orderId } });
  await askForReturn(order.buyer, {
    ...{ number, key: undefined, locale: 'en', wish: 'FAULTY', note: 'It hums' },
    pieces: new Map([[line.id, 1]]),
  });
  const { id } = await db.return.findFirstOrThrow({ where: { orderId } });
  const staff = await staffOf('SUPPORT');
  await transact(decideReturn)(staff, { returnId: id, outcome: 'APPROVED', answer: 'Send it' });
  const counted = { returnId: id, locationId: order.place, [`counted.${line.id}`]: '1' };
  await countReturnedGoods(staff, countReturnInput.parse(counted));
  return { order, number, orderId, id, replace: () => settle(id, { [`outcome.${line.id}`]: 'REPLACE' }) };
}

describe('a piece', () => {
  it('whose money went back by another return is not sent as missing besides', async () => {
    const order = await delivered();
    await receive(order, 2);
    const missing = await ask(order, 0, 1, { wish: 'MISSING', note: 'The box was empty' });
    const back = await ask(order, 0, 1, { wish: 'WITHDRAWAL' });
    await count(order, back.id, 0, 1);
    await settle(back.id);
    await runJobs();
    expect(await db.refund.count({ where: { orderId: order.orderId, state: 'DONE' } })).toBe(1);
    expect(await refusal(settle(missing.id))).toBe('return-replace');
    expect(await replacementOf(missing.id)).toBeNull();
  });

  it('of several is sent as missing while the money of the others alone went back', async () => {
    const order = await delivered();
    await receive(order, 2);
    const missing = await ask(order, 1, 0, { wish: 'MISSING', note: 'Two came' });
    const back = await ask(order, 2, 0, { wish: 'WITHDRAWAL' });
    await count(order, back.id, 2, 0, unitsFor(await unitsOf(order.orderId), order.lineOf(order.many).id, 2));
    await settle(back.id);
    await runJobs();
    await settle(missing.id);
    const made = (await replacementOf(missing.id))!;
    const { netMinor, taxMinor } = order.lineOf(order.many);
    expect(made.replacesMinor).toBe(netMinor + taxMinor - Math.floor(((netMinor + taxMinor) * 2) / 3));
  });
});

const unitsFor = (units: { unitId: string; lineId: string }[], lineId: string, most: number) =>
  Object.fromEntries(
    units
      .filter((unit) => unit.lineId === lineId)
      .slice(0, most)
      .map(({ unitId }) => [`unit.${unitId}`, 'on']),
  );

describe('an order that replaces another', () => {
  it('and is given up is not replaced in its turn, while its refund of nothing is on its way and after', async () => {
    const { order, number, id, orderId, replace } = await faultyReplacement();
    await refundOrder(system, { number, reason: 'Given up' });
    expect(await refusal(replace())).toBe('return-replace');
    await runJobs();
    expect((await db.order.findUniqueOrThrow({ where: { id: orderId } })).state).toBe('REFUNDED');
    expect(await refusal(replace())).toBe('return-replace');
    expect(await replacementOf(id)).toBeNull();
    await refundOrder(system, { number: order.number, reason: 'Its money then' });
  });

  it('is replaced or given up, whichever comes first', async () => {
    const { number, id, replace } = await faultyReplacement();
    const ends = await Promise.all([refusal(replace()), refusal(refundOrder(system, { number, reason: 'Given up' }))]);
    expect(ends).toContain('done');
    expect(ends.filter((end) => end !== 'done')).toHaveLength(1);
    expect(
      [await replacementOf(id), await db.refund.findFirst({ where: { order: { number } } })].filter(Boolean),
    ).toHaveLength(1);
  });

  it('pays nothing when it is given up, and its money is left again once', async () => {
    const { order, number } = await faultyReplacement();
    await refundOrder(system, { number, reason: 'Given up' });
    await runJobs();
    const refunds = await db.refund.findMany({ where: { order: { number } } });
    expect(refunds.map(({ amountMinor }) => Number(amountMinor))).toEqual([0]);
    const { totalMinor } = await db.order.findUniqueOrThrow({ where: { id: order.orderId } });
    await refundOrder(system, { number: order.number, reason: 'Its money then' });
    await runJobs();
    const back = await db.refund.aggregate({ where: { orderId: order.orderId }, _sum: { amountMinor: true } });
    expect(Number(back._sum.amountMinor)).toBe(Number(totalMinor));
  });
});

describe('a device that was missing from its parcel', () => {
  it('is nobody’s and lost once another is sent: its buyer owns one and not two', async () => {
    const order = await delivered();
    await receive(order, 2);
    const before = await ownedBy(order.buyer.id);
    const units = await unitsOf(order.orderId);
    const [gone] = units.filter(({ lineId }) => lineId === order.lineOf(order.one).id);
    const missing = await ask(order, 0, 1, { wish: 'MISSING', note: 'The box was empty' });
    await settle(missing.id);
    await runJobs();
    expect((await db.unit.findUniqueOrThrow({ where: { id: gone!.unitId } })).state).toBe('LOST');
    expect(await ownedBy(order.buyer.id)).toBe(before - 1);
    const { number } = (await replacementOf(missing.id))!;
    const operator = await makeOperator();
    await transact(markShipped)(operator, { number, carrier: 'DHL', tracking: 'X' });
    await transact(markDelivered)(operator, { number });
    await runJobs();
    expect(await ownedBy(order.buyer.id)).toBe(before);
  });

  it('is one of those that nobody scanned where fewer are missing than came, and none where that is not known', async () => {
    const order = await delivered();
    await receive(order, 2);
    const before = await ownedBy(order.buyer.id);
    const missing = await ask(order, 1, 0, { wish: 'MISSING', note: 'Two came' });
    await settle(missing.id);
    await runJobs();
    expect(await ownedBy(order.buyer.id)).toBe(before - 1);
  });
});
