/** What came back is replaced at no charge, or its money goes back, and never both. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { readReturns } from '@/lib/flows/returns/read-returns';
import { markDelivered, markShipped } from '@/lib/orders/commands';
import { receiveUnits } from '@/lib/stock/commands';
import { makeOperator } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import {
  ask,
  count,
  delivered,
  ownedBy,
  proof,
  settle,
  staffOf,
  type Delivered,
} from '@/tests/support/return-factories';
import { standOfStock } from '@/tests/support/stock-factories';

import { decideReturn } from './commands';
import type * as sql from './sql';

const guard = vi.hoisted(() => ({ off: false }));

// With the guard off a return is read without being held: what the control shows to go wrong.
vi.mock('./sql', async (original) => {
  const real = await original<typeof sql>();
  return {
    ...real,
    lockReturn: (...[on, returnId]: Parameters<typeof real.lockReturn>) =>
      guard.off ? Promise.resolve(returnId) : real.lockReturn(on, returnId),
  };
});

beforeEach(() => void (guard.off = false));

const receive = async ({ one, place }: Delivered, units: number) =>
  transact(receiveUnits)(await makeOperator(), { variantId: one, locationId: place, units, note: '' });

/** A return of the only piece of a line, counted as damaged, and the form that replaces it. */
async function counted(stock = 1) {
  const order = await delivered();
  if (stock > 0) await receive(order, stock);
  const { id } = await ask(order, 0, 1, { wish: 'WITHDRAWAL' });
  const lineId = order.lineOf(order.one).id;
  await count(order, id, 0, 1, { [`grade.${lineId}`]: 'DAMAGED' });
  const { netMinor, taxMinor } = order.lineOf(order.one);
  return { order, id, worth: netMinor + taxMinor, replace: () => settle(id, { [`outcome.${lineId}`]: 'REPLACE' }) };
}
const replacementOf = async (returnId: string) =>
  (
    await db.return.findUniqueOrThrow({
      where: { id: returnId },
      include: { replacement: { include: { lines: true } } },
    })
  ).replacement;

describe('an exchange', () => {
  it('sends another at no charge, whose stock is held, and which is sent, delivered and owned as any order', async () => {
    const { order, id, worth, replace } = await counted();
    await replace();
    const made = (await replacementOf(id))!;
    expect(made).toMatchObject({ state: 'PAID', totalMinor: 0, replacesId: order.orderId, replacesMinor: worth });
    expect(made.lines).toMatchObject([{ variantId: order.one, quantity: 1, priceMinor: 0 }]);
    expect(await standOfStock(order.one)).toMatchObject({ SOLD: 1, DAMAGED: 1 });
    await runJobs();
    expect(await db.refund.count({ where: { orderId: order.orderId } })).toBe(0);
    expect(await db.mail.count({ where: { memberId: order.buyer.id, kind: 'return.replaced' } })).toBe(1);
    expect(await refusal(replace())).toBe('return-moved');

    const owned = await ownedBy(order.buyer.id);
    const operator = await makeOperator();
    await transact(markShipped)(operator, { number: made.number, carrier: 'DHL', tracking: 'X' });
    await transact(markDelivered)(operator, { number: made.number });
    await runJobs();
    expect(await ownedBy(order.buyer.id)).toBe(owned + 1);
    expect(await proof()).toEqual([]);
    // Nothing was bought by it that could be withdrawn from; a fault of it may be reported.
    expect((await readReturns(reading(order.buyer), { orderId: made.id })).wishes).toEqual(['FAULTY', 'MISSING']);
  });

  it('leaves the money of what was replaced with the order, until the other one is given up', async () => {
    const { order, id, worth, replace } = await counted();
    await replace();
    const { number, totalMinor } = await db.order.findUniqueOrThrow({ where: { id: order.orderId } });
    const all = (totalMinor / 100).toFixed(2);
    expect(await refusal(refundOrder(system, { number, reason: 'All of it', amount: all }))).toBe('refund-too-much');
    await refundOrder(system, { number, reason: 'The rest' });
    await runJobs();
    const back = () =>
      db.refund.aggregate({ where: { orderId: order.orderId, state: 'DONE' }, _sum: { amountMinor: true } });
    expect((await back())._sum.amountMinor).toBe(totalMinor - worth);
    await refundOrder(system, { number: (await replacementOf(id))!.number, reason: 'It was lost' });
    await runJobs();
    await refundOrder(system, { number, reason: 'Its money then' });
    await runJobs();
    expect((await back())._sum.amountMinor).toBe(totalMinor);
  });

  it('is refused where too few are in stock, or the money went back, and changes nothing', async () => {
    const short = await counted(0);
    expect(await refusal(short.replace())).toBe('return-no-stock');
    expect((await db.return.findUniqueOrThrow({ where: { id: short.id } })).state).toBe('COUNTED');
    const { order, id, replace } = await counted();
    await refundOrder(system, { number: order.number, reason: 'Goodwill' });
    expect(await refusal(replace())).toBe('return-replace');
    expect(await replacementOf(id)).toBeNull();
  });

  it('and a refund of one line exclude each other, whoever presses at the same moment', async () => {
    const { order, id, replace } = await counted();
    const ends = await Promise.all([refusal(replace()), refusal(settle(id))]);
    expect(ends.toSorted()).toEqual(['done', 'return-moved']);
    const refunds = await db.refund.count({ where: { orderId: order.orderId } });
    expect([refunds, await replacementOf(id)].filter(Boolean)).toHaveLength(1);

    const other = await counted();
    const all = () => refundOrder(system, { number: other.order.number, reason: 'All of it' });
    const both = await Promise.all([refusal(other.replace()), refusal(all())]);
    const { totalMinor } = await db.order.findUniqueOrThrow({ where: { id: other.order.orderId } });
    const { amountMinor } = await db.refund.findFirstOrThrow({ where: { orderId: other.order.orderId } });
    expect([both[0], amountMinor]).toEqual(
      both[0] === 'done' ? ['done', totalMinor - other.worth] : ['return-replace', totalMinor],
    );
  });

  it('sends what was missing from a parcel, once for each piece, and nothing comes back for it', async () => {
    const order = await delivered();
    await receive(order, 2);
    expect(await refusal(ask(order, 0, 1, { wish: 'MISSING' }))).toBe('return-why');
    const missing = () => ask(order, 0, 1, { wish: 'MISSING', note: 'The box was empty' });
    const { id, state } = await missing();
    expect(state).toBe('ASKED');
    expect(await refusal(missing())).toBe('return-over');
    // It is no return: what is missing may be withdrawn from still.
    expect((await readReturns(reading(order.buyer), { orderId: order.orderId })).lines.map(({ left }) => left)).toEqual(
      [3, 1],
    );
    const approve = async () =>
      transact(decideReturn)(await staffOf('SUPPORT'), { returnId: id, outcome: 'APPROVED', answer: 'Yes' });
    expect(await refusal(approve())).toBe('return-moved');
    expect(await refusal(count(order, id, 0, 1))).toBe('return-moved');
    await settle(id);
    await runJobs();
    expect(await replacementOf(id)).toMatchObject({ state: 'PAID', lines: [{ variantId: order.one, quantity: 1 }] });
    expect(await db.refund.count({ where: { orderId: order.orderId } })).toBe(0);
    const mails = await db.mail.findMany({ where: { memberId: order.buyer.id, kind: { startsWith: 'return.' } } });
    expect(mails.map(({ kind }) => kind).toSorted()).toEqual(['return.missing', 'return.missingSent']);
    // A fault is never ended before it was counted.
    const fault = await ask(order, 1, 0, { wish: 'FAULTY', note: 'It hums' });
    expect(await refusal(settle(fault.id))).toBe('return-moved');
  });

  it('control: without holding the return both happen', async () => {
    const { order, id, replace } = await counted();
    guard.off = true;
    expect(await Promise.all([refusal(replace()), refusal(settle(id))])).toEqual(['done', 'done']);
    expect(await db.refund.count({ where: { orderId: order.orderId } })).toBe(1);
    expect(await db.order.count({ where: { replacesId: order.orderId } })).toBe(1);
  });
});
