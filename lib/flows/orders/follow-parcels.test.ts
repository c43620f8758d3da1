/** What carriers say of parcels: heard once, shown in order, and what they say has arrived is delivered. */
import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { correctTracking, noteParcelEvents, sendLabelled } from '@/lib/orders/commands';
import { countAttention } from '@/lib/orders/list-orders';
import { listStuck } from '@/lib/orders/stuck-parcels';
import { carrierOf, replaceCarrier, type CarrierEvent } from '@/lib/outside/carriers';
import { makePaidCartOrder, makeShop } from '@/tests/support/cart-factories';

import { buyLabel } from './buy-label';
import { followParcels } from './follow-parcels';

let shop: Awaited<ReturnType<typeof makeShop>>;
beforeAll(async () => void (shop = await makeShop(40)));

/** An order that was sent with a label, and is followed; what its carrier says is given by hand. */
async function sent() {
  const { number, orderId } = await makePaidCartOrder([[shop.variantIds[0]!, 1]]);
  const labelId = await buyLabel(shop.operator, { number, carrier: 'demo', service: 'standard' });
  const { shipmentId } = await transact(sendLabelled)(shop.operator, { number });
  return { number, orderId, labelId, shipmentId };
}
// An hour ago, so that none of them is to come.
const begun = after(clock(), -hour);
const at = (minutes: number) => after(begun, minutes * minute);
const event = (key: string, kind: CarrierEvent['kind'], minutes: number): CarrierEvent => ({
  ...{ key, kind, at: at(minutes), place: 'Hub' },
});
const note = (labelId: string, ...events: CarrierEvent[]) =>
  inTransaction(system, (ctx) => noteParcelEvents(ctx, { labelId, events }));
const kindsOf = async (shipmentId: string) =>
  (await db.trackingEvent.findMany({ where: { shipmentId }, orderBy: { at: 'asc' } })).map(({ kind }) => kind);
const labelOf = (id: string) => db.label.findUniqueOrThrow({ where: { id } });
const stateOf = async (id: string) => (await db.order.findUniqueOrThrow({ where: { id } })).state;
const stuck = async (orderId: string) => (await listStuck({ db }, { most: 100 })).includes(orderId);

describe('what a carrier says of a parcel', () => {
  it('is kept once, in whatever order it comes, and delivers it by the command of staff, once', async () => {
    const { labelId, shipmentId, orderId } = await sent();
    const all = [event('a', 'ACCEPTED', 1), event('t', 'IN_TRANSIT', 2), event('d', 'DELIVERED', 3)];
    await note(labelId, all[1]!);
    await Promise.all([note(labelId, ...all), note(labelId, ...all.toReversed())]);
    expect(await kindsOf(shipmentId)).toEqual(['ACCEPTED', 'IN_TRANSIT', 'DELIVERED']);
    expect(await stateOf(orderId)).toBe('DELIVERED');
    expect(await db.orderStep.count({ where: { orderId, kind: 'DELIVERED' } })).toBe(1);
    expect((await labelOf(labelId)).followAt).toBeNull();
  });

  it('is never changed', async () => {
    const { labelId, shipmentId } = await sent();
    await note(labelId, event('a', 'ACCEPTED', 1));
    await expect(db.trackingEvent.updateMany({ where: { shipmentId }, data: { place: 'Moon' } })).rejects.toThrow();
    await expect(pool.query('DELETE FROM "TrackingEvent" WHERE "shipmentId" = $1', [shipmentId])).rejects.toThrow();
  });

  it('asks for staff while it is held up or comes back, until something better follows', async () => {
    const { labelId, orderId } = await sent();
    const before = await countAttention(reading(shop.operator));
    await note(labelId, event('e', 'EXCEPTION', 5));
    expect([await stuck(orderId), await countAttention(reading(shop.operator))]).toEqual([true, before + 1]);
    await note(labelId, event('o', 'OUT_FOR_DELIVERY', 9));
    expect(await stuck(orderId)).toBe(false);
    await note(labelId, event('r', 'RETURNED', 20));
    expect([await stuck(orderId), await stateOf(orderId)]).toEqual([true, 'SHIPPED']);
    expect((await labelOf(labelId)).followAt).toBeNull();
  });

  it('is asked for ever later while there is nothing new, and no more after another number', async () => {
    const { labelId, number } = await sent();
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const now = clock();
      await inTransaction(system, (ctx) => noteParcelEvents(ctx, { labelId, events: [] }), { now });
      waits.push(((await labelOf(labelId)).followAt!.getTime() - now.getTime()) / minute);
    }
    expect([waits[0], waits[1], waits.at(-1)]).toEqual([4, 8, 360]);
    await note(labelId, event('a', 'ACCEPTED', 1));
    expect((await labelOf(labelId)).quiet).toBe(0);
    const { tracking } = await labelOf(labelId);
    const other = { number, carrier: 'Post', tracking: 'OTHER1', was: tracking, reason: 'Relabelled' };
    await transact(correctTracking)(shop.operator, other);
    await note(labelId, event('d', 'DELIVERED', 2));
    expect((await labelOf(labelId)).followAt).toBeNull();
    expect(await db.shipment.count({ where: { tracking: 'OTHER1', deliveredAt: null } })).toBe(1);
  });

  it('is pulled for those that are due; one that fails holds up no other', async () => {
    const [one, two] = [await sent(), await sent()];
    await db.label.updateMany({ where: { id: { notIn: [one.labelId, two.labelId] } }, data: { followAt: null } });
    for (const { labelId, shipmentId } of [one, two]) {
      await db.label.update({ where: { id: labelId }, data: { followAt: after(clock(), -minute) } });
      await db.shipment.update({ where: { id: shipmentId }, data: { shippedAt: after(clock(), -hour) } });
    }
    const carrier = carrierOf('demo')!;
    const { tracking } = await labelOf(one.labelId);
    replaceCarrier('demo', {
      ...carrier,
      getEvents: async (parcel, now) =>
        parcel.tracking === tracking ? Promise.reject(new Error('no answer')) : carrier.getEvents(parcel, now),
    });
    await followParcels();
    replaceCarrier('demo', carrier);
    expect(await kindsOf(one.shipmentId)).toEqual([]);
    expect((await labelOf(one.labelId)).quiet).toBe(1);
    expect((await kindsOf(two.shipmentId)).slice(0, 2)).toEqual(['ACCEPTED', 'IN_TRANSIT']);
    await followParcels();
    expect((await labelOf(one.labelId)).quiet).toBe(1);
  });
});

describe('what is no event of this parcel', () => {
  const day = 24 * 60;

  it('of another parcel that bore its number before delivers nothing, nor does one that is to come', async () => {
    const { labelId, shipmentId, orderId } = await sent();
    await note(labelId, event('old', 'DELIVERED', -30 * day), event('soon', 'DELIVERED', 30 * day));
    expect([await kindsOf(shipmentId), await stateOf(orderId)]).toEqual([[], 'SHIPPED']);
    // It is asked about still.
    expect((await labelOf(labelId)).followAt).not.toBeNull();
    await note(labelId, event('old', 'DELIVERED', -30 * day), event('d', 'DELIVERED', 3));
    expect([await kindsOf(shipmentId), await stateOf(orderId)]).toEqual([['DELIVERED'], 'DELIVERED']);
  });

  it('of a kind or a moment that nobody knows hides none of the others', async () => {
    const { labelId, shipmentId, orderId } = await sent();
    const odd = [
      { ...event('x', 'IN_TRANSIT', 1), kind: 'CUSTOMS' as never },
      { ...event('y', 'IN_TRANSIT', 1), at: new Date('nonsense') },
    ];
    await note(labelId, ...odd, event('d', 'DELIVERED', 2));
    expect([await kindsOf(shipmentId), await stateOf(orderId)]).toEqual([['DELIVERED'], 'DELIVERED']);
  });
});

describe('a carrier that says much', () => {
  it('is heard to its end: of more events than are kept the newest are', async () => {
    const { labelId, shipmentId, orderId } = await sent();
    const many = Array.from({ length: 100 }, (_, at) => event(`t${at}`, 'IN_TRANSIT', at / 10));
    await note(labelId, ...many, event('d', 'DELIVERED', 30));
    expect(await stateOf(orderId)).toBe('DELIVERED');
    const other = await sent();
    for (let round = 0; round < 3; round += 1)
      await note(other.labelId, ...many.map((each) => ({ ...each, key: `${round} ${each.key}` })));
    expect([(await kindsOf(shipmentId)).length, (await kindsOf(other.shipmentId)).length]).toEqual([60, 60]);
    await note(other.labelId, event('d', 'DELIVERED', 31));
    expect(await stateOf(other.orderId)).toBe('DELIVERED');
  });

  it('by long keys that begin alike, or none, is not taken for one who says the same again', async () => {
    const { labelId, orderId, shipmentId } = await sent();
    const long = 'k'.repeat(200);
    await note(labelId, event(`${long}1`, 'ACCEPTED', 1), event(`${long}2`, 'OUT_FOR_DELIVERY', 2));
    await note(labelId, event('', 'EXCEPTION', 3), event('', 'DELIVERED', 4), event('', 'EXCEPTION', 3));
    const kinds = ['ACCEPTED', 'OUT_FOR_DELIVERY', 'EXCEPTION', 'DELIVERED'];
    expect([await kindsOf(shipmentId), await stateOf(orderId)]).toEqual([kinds, 'DELIVERED']);
  });

  it('is kept as one clean line of each place', async () => {
    const { labelId, shipmentId } = await sent();
    const place = `<b>\u0000\u202eHub\n2</b>\ud800${'😀'.repeat(300_000)}`;
    await note(labelId, { ...event('a', 'ACCEPTED', 1), place });
    const { place: kept } = await db.trackingEvent.findFirstOrThrow({ where: { shipmentId } });
    expect(kept.startsWith('<b>Hub 2</b>')).toBe(true);
    expect(kept.length).toBeLessThanOrEqual(120);
    // No half of a character.
    expect(/\p{Cs}/u.test(kept)).toBe(false);
  });
});
