/** Packing an order: what is scanned, who packs it, and what is sent of it. */
import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';
import { beginPacking, leavePacking, packPiece, unpackPiece } from '@/lib/orders/commands';
import { getOwnPacking, listToPackNext } from '@/lib/orders/packing';
import { receiveSerials } from '@/lib/units/commands';
import { makePaidCartOrder, makeShop } from '@/tests/support/cart-factories';
import { makeOperator } from '@/tests/support/drop-factories';
import { refusal, refused } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { packParcel, scanCode, startPacking } from './pack-order';

let shop: Awaited<ReturnType<typeof makeShop>>;
let [lamp, desk] = ['', ''];
const [sku, barcode] = [`lamp-${word()}`, `40${Date.now()}`];
beforeAll(async () => {
  shop = await makeShop(60, 60);
  [lamp, desk] = shop.variantIds as [string, string];
  await db.variant.update({ where: { id: lamp }, data: { sku, barcode } });
});

const paid = (lamps = 1, desks = 0) =>
  makePaidCartOrder([[lamp, lamps], ...(desks > 0 ? [[desk, desks] as [string, number]] : [])]);
const begin = (number: string, by = shop.operator) => transact(beginPacking)(by, { number });
const scan = (number: string, code: string, by = shop.operator) => scanCode(by, { number, code });
const parcel = (number: string, more: object = {}) => ({
  ...{ number, choice: '', carrier: 'Post', tracking: `T${word()}` },
  ...more,
});

describe('packing', () => {
  it('takes what is of the order, by SKU or barcode, and refuses what is not and what is too much', async () => {
    const { number, orderId, lineOf } = await paid(2, 1);
    await begin(number);
    expect(await scan(number, sku.toUpperCase())).toEqual({ complete: false });
    expect(await refusal(scan(number, 'SOMETHING-ELSE'))).toBe('scan-unknown');
    expect(await scan(number, barcode)).toEqual({ complete: false });
    expect(await refusal(scan(number, sku))).toBe('scan-over');
    const { id: lineId } = lineOf(desk);
    await transact(packPiece)(shop.operator, { number, lineId });
    await transact(unpackPiece)(shop.operator, { number, lineId });
    await transact(packPiece)(shop.operator, { number, lineId, all: true });
    expect(await getOwnPacking(reading(shop.operator))).toMatchObject({ number, complete: true });
    const sent = await packParcel(shop.operator, parcel(number, { choice: 'demo:standard' }));
    const [shipment] = await db.shipment.findMany({ where: { orderId }, include: { label: true, lines: true } });
    expect(shipment).toMatchObject({ carrier: 'Demo Standard', label: { id: sent.labelId, state: 'USED' } });
    expect(shipment!.lines.map(({ units }) => units).toSorted()).toEqual([1, 2]);
    expect(await db.packing.count({ where: { orderId } })).toBe(0);
  });

  it('sends what is packed, and the rest in another parcel', async () => {
    const { number, orderId } = await paid(3);
    await begin(number);
    expect(await refusal(packParcel(shop.operator, parcel(number)))).toBe('parcel-empty');
    await scan(number, sku);
    await packParcel(shop.operator, parcel(number));
    expect((await db.order.findUniqueOrThrow({ where: { id: orderId } })).state).toBe('PAID');
    await begin(number);
    await scan(number, sku);
    await scan(number, sku);
    await packParcel(shop.operator, parcel(number));
    expect((await db.order.findUniqueOrThrow({ where: { id: orderId } })).state).toBe('SHIPPED');
  });

  it('is done by one person: the second is told who, whoever begins at the same moment', async () => {
    const other = await makeOperator();
    for (let round = 0; round < 4; round += 1) {
      const { number, orderId } = await paid();
      const ends = await Promise.all([begin(number), begin(number, other)].map((each) => refusal(each)));
      expect(ends.toSorted()).toEqual(['done', 'packing-taken']);
      expect(await db.packing.count({ where: { orderId } })).toBe(1);
      const [winner, loser] = ends[0] === 'done' ? [shop.operator, other] : [other, shop.operator];
      expect((await refused(begin(number, loser))).detail.values).toEqual({ name: winner.name });
      expect(await refusal(scan(number, sku, loser))).toBe('packing-taken');
      expect(await refusal(packParcel(loser, parcel(number)))).toBe('packing-taken');
      await transact(leavePacking)(loser, { number });
      expect(await db.packing.count({ where: { orderId } })).toBe(1);
      await transact(leavePacking)(winner, { number });
      await begin(number, loser);
      await transact(leavePacking)(loser, { number });
    }
  });

  it('control: without the order’s lock both would begin, and the later one would have it', async () => {
    const other = await makeOperator();
    const { orderId } = await paid();
    const loose = (by: { id: string }) =>
      inTransaction(system, async ({ db: own, now }) => {
        if (await own.packing.findUnique({ where: { orderId } })) return 'taken';
        await new Promise((later) => setTimeout(later, 40));
        const at = { byId: by.id, touchedAt: now };
        await own.packing.upsert({ where: { orderId }, create: { orderId, beganAt: now, ...at }, update: at });
        return 'begun';
      });
    expect(await Promise.all([loose(shop.operator), loose(other)])).toEqual(['begun', 'begun']);
    await db.packing.delete({ where: { orderId } });
  });

  it('that was left alone for half an hour is taken over and scanned anew', async () => {
    const { number, orderId } = await paid(2);
    await begin(number);
    await scan(number, sku);
    const other = await makeOperator();
    await db.packing.update({ where: { orderId }, data: { touchedAt: after(clock(), -hour) } });
    await begin(number, other);
    expect(await getOwnPacking(reading(other))).toMatchObject({ number, lines: [{ packed: 0, wanted: 2 }] });
    expect(await refusal(scan(number, sku))).toBe('packing-taken');
    await transact(leavePacking)(other, { number });
    expect(await refusal(scan(number, sku))).toBe('packing-over');
  });

  it('sends a piece once, though two tabs send the parcel at the same moment', async () => {
    const { number, orderId } = await paid();
    await begin(number);
    await scan(number, sku);
    const ends = await Promise.all([1, 2].map(() => refusal(packParcel(shop.operator, parcel(number)))));
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(await db.shipment.count({ where: { orderId } })).toBe(1);
  });

  it('takes the order that waits longest, and none that somebody packs', async () => {
    const [first] = await listToPackNext(reading(shop.operator), { most: 1 });
    const [one, two] = [await makeOperator(), await makeOperator()];
    await Promise.all([startPacking(one), startPacking(two)]);
    const [mine, yours] = [await getOwnPacking(reading(one)), await getOwnPacking(reading(two))];
    expect([mine!.number, yours!.number]).toContain(first);
    expect(mine!.number).not.toBe(yours!.number);
    for (const [by, order] of [
      [one, mine],
      [two, yours],
    ] as const)
      await transact(leavePacking)(by, { number: order!.number });
  });

  // The last: from here on lamps have serials.
  it('wants serials where units were registered: one that is free, of this order, and once', async () => {
    const [a, b] = [`SN${word().toUpperCase()}A`, `SN${word().toUpperCase()}B`];
    const admin = { ...shop.operator, permissions: [...shop.operator.permissions, 'units.edit' as const] };
    await transact(receiveSerials)(admin, { variantId: lamp, serials: `${a}\n${b}` } as never);
    const { number, orderId } = await paid(2);
    await begin(number);
    expect(await refusal(scan(number, sku))).toBe('scan-serial');
    await scan(number, a.toLowerCase());
    expect(await refusal(scan(number, a))).toBe('scan-twice');
    expect(await scan(number, b)).toEqual({ complete: true });
    await packParcel(shop.operator, parcel(number));
    expect(await db.unitAssignment.count({ where: { orderId } })).toBe(2);
    const again = await paid();
    await begin(again.number);
    expect(await refusal(scan(again.number, a))).toBe('serial-elsewhere');
  });
});
