/** An order that is sent in several parcels: what is sent, where it lies, who owns it and what its buyer reads follow from each. */
import { describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { shipOrder, shipOrderInput } from '@/lib/flows/units/ship-order';
import { correctTracking, markDelivered, markShipped } from '@/lib/orders/commands';
import { proveStock } from '@/lib/stock/prove-stock';
import { makePaidCartOrder, makeShop } from '@/tests/support/cart-factories';
import { makeOperator } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal, refused } from '@/tests/support/refusal';
import { standOfStock } from '@/tests/support/stock-factories';
import { word } from '@/tests/support/word';

import { refundOrder } from './refund-order';

/** A paid order of three pieces of one variant and one of another. */
async function paid() {
  const { variantIds, operator } = await makeShop(3, 1);
  const [many, one] = variantIds as [string, string];
  const order = await makePaidCartOrder([
    [many, 3],
    [one, 1],
  ]);
  return { ...order, operator, many, one, lineOf: (variantId: string) => order.lineOf(variantId).id };
}
type Paid = Awaited<ReturnType<typeof paid>>;

let parcels = 0;
/** A parcel with so many pieces of either. */
const parcelOf = ({ number, many, one, lineOf }: Paid, ofMany: number, ofOne = 0) => ({
  ...{ number, carrier: 'DHL', tracking: `P${(parcels += 1)}` },
  pieces: [
    { lineId: lineOf(many), units: ofMany },
    { lineId: lineOf(one), units: ofOne },
  ],
});
const stateOf = async (orderId: string) => (await db.order.findUniqueOrThrow({ where: { id: orderId } })).state;
const stepsOf = async (orderId: string) => {
  const steps = await db.orderStep.findMany({ where: { orderId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return steps.map(({ kind }) => kind).filter((kind) => /SHIPPED|DELIVERED/.test(kind));
};
const parcelsOf = (orderId: string) => db.shipment.findMany({ where: { orderId }, orderBy: { shippedAt: 'asc' } });
const ownedBy = (buyer: SignedIn) => db.ownership.count({ where: { memberId: buyer.id, endedAt: null } });
const proof = () => inTransaction(system, proveStock);

describe('an order in several parcels', () => {
  it('is shipped once all of it is, and delivered once all has arrived; each parcel is told, owned and taken out of stock by itself', async () => {
    const order = await paid();
    const { operator, orderId, buyer, many, one, number } = order;
    const serial = `SN${word().toUpperCase()}`;
    await shipOrder(operator, { ...parcelOf(order, 2), serials: [serial] });
    await runJobs();
    expect([await stateOf(orderId), await stepsOf(orderId)]).toEqual(['PAID', ['SHIPPED_PARTLY']]);
    expect(await standOfStock(many)).toMatchObject({ CUSTOMER: 2, SOLD: 1 });
    expect(await standOfStock(one)).toMatchObject({ SOLD: 1 });
    const told = await db.notification.findMany({ where: { memberId: buyer.id, kind: 'order.shipped' } });
    expect(told.map(({ data }) => (data as { item: { en: string } }).item.en)).toEqual([
      expect.stringMatching(/^2 × /),
    ]);

    const [first] = await parcelsOf(orderId);
    await transact(markDelivered)(operator, { number, shipmentId: first!.id });
    await runJobs();
    expect([await stateOf(orderId), await ownedBy(buyer)]).toEqual(['PAID', 2]);
    expect(await db.ownership.count({ where: { memberId: buyer.id, unit: { serial } } })).toBe(1);

    await shipOrder(operator, parcelOf(order, 1, 1));
    await runJobs();
    expect([await stateOf(orderId), await ownedBy(buyer)]).toEqual(['SHIPPED', 2]);
    await transact(markDelivered)(operator, { number });
    await runJobs();
    expect([await stateOf(orderId), await ownedBy(buyer)]).toEqual(['DELIVERED', 4]);
    expect(await stepsOf(orderId)).toEqual(['SHIPPED_PARTLY', 'DELIVERED_PARTLY', 'SHIPPED', 'DELIVERED']);
    expect(await standOfStock(many)).toMatchObject({ CUSTOMER: 3 });
    expect(await proof()).toEqual([]);
  });

  it('may arrive in another order than it was sent', async () => {
    const order = await paid();
    const { operator, orderId, number } = order;
    await shipOrder(operator, parcelOf(order, 1));
    await shipOrder(operator, parcelOf(order, 2, 1));
    const [, second] = await parcelsOf(orderId);
    await transact(markDelivered)(operator, { number, shipmentId: second!.id });
    expect(await stateOf(orderId)).toBe('SHIPPED');
    expect(await refusal(transact(markDelivered)(operator, { number, shipmentId: second!.id }))).toBe('order-moved-on');
    await transact(markDelivered)(operator, { number });
    expect(await stateOf(orderId)).toBe('DELIVERED');
    expect(await refusal(transact(markDelivered)(operator, { number }))).toBe('order-moved-on');
  });

  it('refuses an empty one, more than is left, what is of another order, and a number twice', async () => {
    const [order, other] = [await paid(), await paid()];
    const { operator, number, many, lineOf } = order;
    expect(await refusal(shipOrder(operator, parcelOf(order, 0)))).toBe('parcel-empty');
    const foreign = { ...parcelOf(other, 1), number };
    expect(await refusal(shipOrder(operator, foreign))).toBe('parcel-over');
    const over = await refused(shipOrder(operator, parcelOf(order, 4)));
    expect([over.code, over.detail]).toEqual(['parcel-over', { field: `units.${lineOf(many)}`, values: { left: 3 } }]);
    const parcel = parcelOf(order, 1);
    await shipOrder(operator, parcel);
    expect(await refusal(shipOrder(operator, parcel))).toBe('parcel-twice');
    expect((await refused(shipOrder(operator, parcelOf(order, 3)))).detail).toMatchObject({ values: { left: 2 } });
    expect(await parcelsOf(order.orderId)).toHaveLength(1);
  });

  it('never sends a piece twice, whoever packs at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const order = await paid();
      const ends = await Promise.all(
        [1, 2, 3].map((pieces) => refusal(shipOrder(order.operator, parcelOf(order, pieces)))),
      );
      const { _sum } = await db.shipmentLine.aggregate({
        where: { line: { orderId: order.orderId } },
        _sum: { units: true },
      });
      expect(_sum.units).toBeLessThanOrEqual(3);
      expect(ends).toContain('done');
    }
  });

  it('control: without the order’s lock the database holds it, and without its trigger nothing does', async () => {
    const order = await paid();
    const { orderId, many, lineOf } = order;
    const loose = () =>
      inTransaction(system, async ({ db: own, now }) => {
        const sent = await own.shipmentLine.aggregate({ where: { lineId: lineOf(many) }, _sum: { units: true } });
        await new Promise((later) => setTimeout(later, 30));
        const lines = { create: [{ lineId: lineOf(many), units: 3 - (sent._sum.units ?? 0) }] };
        await own.shipment.create({ data: { orderId, carrier: 'DHL', tracking: '', shippedAt: now, lines } });
      }).then(
        () => 'done',
        () => 'refused',
      );
    expect((await Promise.all([loose(), loose()])).toSorted()).toEqual(['done', 'refused']);
    const again = await paid();
    await pool.query('ALTER TABLE "ShipmentLine" DISABLE TRIGGER "ShipmentLine_fits"');
    try {
      const lines = { create: [{ lineId: again.lineOf(again.many), units: 9 }] };
      await db.shipment.create({
        data: { orderId: again.orderId, carrier: 'A', tracking: '', shippedAt: new Date(), lines },
      });
    } finally {
      await pool.query('ALTER TABLE "ShipmentLine" ENABLE TRIGGER "ShipmentLine_fits"');
    }
    expect(await db.shipmentLine.count({ where: { lineId: again.lineOf(again.many), units: 9 } })).toBe(1);
  });

  it('has each parcel followed by a number of its own, until it has arrived', async () => {
    const order = await paid();
    const { operator, number, orderId } = order;
    const first = parcelOf(order, 1);
    await shipOrder(operator, first);
    await shipOrder(operator, parcelOf(order, 1));
    const { id: shipmentId } = (await parcelsOf(orderId))[0]!;
    const correct = (tracking: string, was: string) =>
      transact(correctTracking)(operator, {
        number,
        shipmentId,
        carrier: 'UPS',
        tracking,
        was,
        reason: 'Printed anew',
      });
    await correct('U1', first.tracking);
    expect((await parcelsOf(orderId)).map(({ carrier }) => carrier)).toEqual(['UPS', 'DHL']);
    await transact(markDelivered)(operator, { number, shipmentId });
    expect(await refusal(correct('U2', 'U1'))).toBe('order-moved-on');
  });

  it('gives what was not sent back into stock when its money goes back', async () => {
    const order = await paid();
    const { operator, number, many, one, orderId } = order;
    await shipOrder(operator, parcelOf(order, 2));
    await runJobs();
    await refundOrder(system, { number, reason: 'Changed their mind' });
    await runJobs();
    expect(await stateOf(orderId)).toBe('REFUNDED');
    expect(await standOfStock(many)).toMatchObject({ CUSTOMER: 2, OPEN: 1 });
    expect(await standOfStock(one)).toMatchObject({ OPEN: 1 });
    expect(await proof()).toEqual([]);
    expect(await refusal(transact(markDelivered)(operator, { number }))).toBe('order-moved-on');
  });

  it('is read from its form by line, and sends all that is left where the form has no such field', async () => {
    const order = await paid();
    const form = { number: order.number, carrier: 'DHL', tracking: 'F1', serials: '' };
    const line = order.lineOf(order.many);
    expect(shipOrderInput.parse({ ...form, [`units.${line}`]: '2' }).pieces).toEqual([{ lineId: line, units: 2 }]);
    expect(shipOrderInput.parse({ ...form, [`units.${line}`]: '' }).pieces).toEqual([{ lineId: line, units: 0 }]);
    expect(shipOrderInput.parse(form).pieces).toBeUndefined();
    const wrong = shipOrderInput.safeParse({ ...form, [`units.${line}`]: '1.5' });
    expect(wrong.error?.issues.map(({ path }) => path)).toEqual([[`units.${line}`]]);
    await transact(markShipped)(await makeOperator(), { number: order.number, carrier: 'Post', tracking: '' });
    expect(await stateOf(order.orderId)).toBe('SHIPPED');
  });
});
