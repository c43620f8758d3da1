import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour } from '@/lib/core/time';
import { order, shipment } from '@/lib/orders/api-shapes';
import { callApi, makeApiKey, makePaid } from '@/tests/support/api';
import { makeMember } from '@/tests/support/factories';

let key: string;
beforeAll(async () => void ({ key } = await makeApiKey()));

const post = (what: string, body: unknown, name?: string, by = key) =>
  callApi(by, `POST orders/${what}`, { body, name });
const parcel = { carrier: 'DHL', tracking: 'JD01' };
const traces = async (number: string) => {
  const { id } = await db.order.findUniqueOrThrow({ where: { number } });
  return {
    parcels: await db.shipment.count({ where: { orderId: id } }),
    steps: await db.orderStep.count({ where: { orderId: id, kind: 'SHIPPED' } }),
    acts: await db.auditEntry.count({ where: { act: 'order.ship', subjectId: id } }),
    events: await db.event.count({ where: { name: 'order.shipped', payload: { path: ['orderId'], equals: id } } }),
  };
};
const once = { parcels: 1, steps: 1, acts: 1, events: 1 };

describe('shipping', () => {
  it('runs the command: the order moves, its buyer is told, the audit log names maker and key', async () => {
    const number = await makePaid();
    const { status, body } = await post(`${number}/shipments`, parcel);
    expect(status).toBe(201);
    expect(shipment.parse(body.shipment)).toMatchObject({ ...parcel, deliveredAt: null });
    expect((await db.order.findUniqueOrThrow({ where: { number } })).state).toBe('SHIPPED');
    expect(await traces(number)).toEqual(once);
    const act = await db.auditEntry.findFirstOrThrow({ where: { act: 'order.ship' }, orderBy: { at: 'desc' } });
    expect(act.apiKey).toMatch(/^Warehouse \(mlt_.{6}…\)$/);
    expect(act.actorId).toBe((await db.apiKey.findFirstOrThrow({ where: { start: key.slice(0, 10) } })).makerId);
  });

  it('many times at one moment ships once, with and without a name', async () => {
    for (const name of [undefined, 'the-same']) {
      const number = await makePaid();
      const said = await Promise.all(Array.from({ length: 6 }, () => post(`${number}/shipments`, parcel, name)));
      const fresh = said.filter(({ status }) => status === 201).length;
      expect([name, fresh, said.every(({ status }) => status < 300)]).toEqual([name, name ? 6 : 1, true]);
      for (const { body } of said) expect(body).toEqual(said[0]!.body);
      expect(await traces(number)).toEqual(once);
    }
  });

  it('control: without the order’s lock and state, each of them would ship', async () => {
    const number = await makePaid();
    const { id } = await db.order.findUniqueOrThrow({ where: { number } });
    const loose = () =>
      inTransaction(system, async (ctx) => {
        const { state } = await ctx.db.order.findUniqueOrThrow({ where: { id } });
        await new Promise((later) => setTimeout(later, 20));
        if (state === 'PAID') await ctx.db.shipment.create({ data: { orderId: id, ...parcel, shippedAt: ctx.now } });
      });
    await Promise.all(Array.from({ length: 4 }, loose));
    expect((await traces(number)).parcels).toBeGreaterThan(1);
  });

  it('of a part sends what is named by its variant, and the rest with the next parcel', async () => {
    const number = await makePaid();
    const { id: lineId, variantId } = await db.orderLine.findFirstOrThrow({ where: { order: { number } } });
    await db.orderLine.update({ where: { id: lineId }, data: { quantity: 3 } });
    const part = { ...parcel, lines: [{ variantId, quantity: 2 }] };
    expect((await post(`${number}/shipments`, part)).status).toBe(201);
    expect((await post(`${number}/shipments`, part)).status).toBe(200);
    const over = await post(`${number}/shipments`, { ...part, tracking: 'JD02' });
    expect([over.status, over.body.error, over.body.values]).toEqual([409, 'parcel-over', { left: 1 }]);
    const rest = await post(`${number}/shipments`, { ...parcel, tracking: 'JD03' });
    expect(shipment.parse(rest.body.shipment).lines).toEqual([{ variantId, quantity: 1 }]);
    expect((await db.order.findUniqueOrThrow({ where: { number } })).state).toBe('SHIPPED');
  });

  it('otherwise than it was shipped is refused, as is what cannot be shipped', async () => {
    const number = await makePaid();
    await post(`${number}/shipments`, parcel);
    const other = await post(`${number}/shipments`, { ...parcel, tracking: 'JD02' });
    expect([other.status, other.body.error]).toEqual([409, 'order-moved-on']);
    expect(other.body.values).toEqual({ state: 'SHIPPED' });
    const refunding = await makePaid();
    const { id, payments } = await db.order.findUniqueOrThrow({
      where: { number: refunding },
      include: { payments: true },
    });
    const refund = { orderId: id, paymentId: payments[0]!.id, amountMinor: 1, reason: 'Because' };
    await db.refund.create({ data: { ...refund, createdAt: clock() } });
    expect((await post(`${refunding}/shipments`, parcel)).body.error).toBe('refund-running');
    expect((await post('NONE/shipments', parcel)).status).toBe(404);
  });

  it('under a name that another request had is refused; after a day the name is free', async () => {
    const [first, second] = [await makePaid(), await makePaid()];
    expect((await post(`${first}/shipments`, parcel, 'a')).status).toBe(201);
    const reused = await post(`${second}/shipments`, parcel, 'a');
    expect([reused.status, reused.body.error]).toEqual([422, 'idempotency-key-reused']);
    expect((await traces(second)).parcels).toBe(0);
    const another = await makeApiKey();
    expect((await post(`${second}/shipments`, parcel, 'a', another.key)).status).toBe(201);
    await db.apiAnswer.updateMany({ data: { at: after(clock(), -day) } });
    expect((await post(`${await makePaid()}/shipments`, parcel, 'a')).status).toBe(201);
  });

  it('a refusal is not kept: the same name may try again', async () => {
    const number = await makePaid();
    await db.order.update({ where: { number }, data: { state: 'PENDING' } });
    expect((await post(`${number}/shipments`, parcel, 'again')).status).toBe(409);
    await db.order.update({ where: { number }, data: { state: 'PAID' } });
    expect((await post(`${number}/shipments`, parcel, 'again')).status).toBe(201);
  });
});

describe('what is sent', () => {
  it('is refused by its field, and changes nothing', async () => {
    const number = await makePaid();
    const wrong: [unknown, number, string | undefined][] = [
      [undefined, 400, undefined],
      ['x', 400, undefined],
      [[parcel], 400, undefined],
      [{}, 422, 'carrier'],
      [{ carrier: '', tracking: 'A' }, 422, 'carrier'],
      [{ carrier: 'x'.repeat(41), tracking: 'A' }, 422, 'carrier'],
      [{ carrier: 'DHL', tracking: '<b>' }, 422, 'tracking'],
      [{ carrier: 'DHL', tracking: 'A'.repeat(61) }, 422, 'tracking'],
      [{ carrier: 'DHL', tracking: 7 }, 422, 'tracking'],
      [{ ...parcel, state: 'PAID' }, 422, 'state'],
    ];
    for (const [body, status, field] of wrong) {
      const said = await post(`${number}/shipments`, body);
      expect([body, said.status, said.body.field]).toEqual([body, status, field]);
    }
    for (const name of ['', 'x'.repeat(201), 'a b', 'ключ'])
      expect((await post(`${number}/shipments`, parcel, name)).body.field).toBe('Idempotency-Key');
    const long = await post(`${number}/shipments`, { ...parcel, ['y'.repeat(5_000)]: 1 });
    expect(JSON.stringify(long.body).length).toBeLessThan(500);
    expect((await traces(number)).parcels).toBe(0);
  });
});

describe('correcting a tracking number', () => {
  it('changes it, tells why, and is done once', async () => {
    const number = await makePaid();
    const next = { carrier: 'DHL', tracking: 'JD09' };
    expect((await post(`${number}/tracking`, next)).body.error).toBe('order-moved-on');
    await post(`${number}/shipments`, parcel);
    expect((await post(`${number}/tracking`, { ...next, was: 'JD77' })).body.error).toBe('order-moved-on');
    const said = await post(`${number}/tracking`, { ...next, was: 'JD01', reason: 'Label was lost' });
    expect([said.status, said.body]).toMatchObject([200, { shipment: next }]);
    expect((await post(`${number}/tracking`, next)).status).toBe(200);
    const { id } = await db.order.findUniqueOrThrow({ where: { number } });
    const acts = await db.auditEntry.findMany({ where: { act: 'order.correctTracking', subjectId: id } });
    expect(acts.map(({ reason }) => reason)).toEqual(['Label was lost']);
  });

  it('needs no old number where there is one parcel, and finds the parcel by it where there are several', async () => {
    const number = await makePaid();
    await post(`${number}/shipments`, parcel);
    expect((await post(`${number}/tracking`, { carrier: 'DHL', tracking: 'JD02' })).status).toBe(200);
    const { id } = await db.order.findUniqueOrThrow({ where: { number } });
    await db.shipment.create({ data: { orderId: id, carrier: 'UPS', tracking: 'U1', shippedAt: after(clock(), 1) } });
    const said = await post(`${number}/tracking`, { carrier: 'DHL', tracking: 'JD03', was: 'JD02' });
    expect([said.status, said.body]).toMatchObject([200, { shipment: { carrier: 'DHL', tracking: 'JD03' } }]);
    const kept = await db.shipment.findMany({ where: { orderId: id }, orderBy: { shippedAt: 'asc' } });
    expect(kept.map(({ tracking }) => tracking)).toEqual(['JD03', 'U1']);
  });
});

describe('one order', () => {
  it('has no personal data without the scope, also for a maker who may read it', async () => {
    const number = await makePaid();
    const row = await db.order.findUniqueOrThrow({ where: { number }, include: { member: true } });
    const [plain, full] = [await makeApiKey(['orders.read']), await makeApiKey(['orders.read', 'orders.addresses'])];
    const without = await callApi(plain.key, `GET orders/${number}`);
    expect(order.parse(without.body).address).toBeNull();
    const listed = await callApi(plain.key, 'GET orders', { query: { limit: '100' } });
    for (const secret of [
      row.shipName,
      row.shipLine1,
      row.shipPhone,
      row.shipPostcode,
      row.member.email!,
      row.member.handle,
    ])
      expect(JSON.stringify([without.body, listed.body])).not.toContain(secret);
    const { address, payments } = order.parse((await callApi(full.key, `GET orders/${number.toLowerCase()}`)).body);
    expect(address).toMatchObject({ name: row.shipName, line1: row.shipLine1, phone: row.shipPhone });
    expect(payments).toEqual({
      ...{ currency: row.currency, paidMinor: Number(row.totalMinor), refundedMinor: 0, refundingMinor: 0 },
    });
    expect((await callApi(full.key, 'GET orders/NONE')).status).toBe(404);
  });

  it('that addresses are read is written down: the 1st, 10th, 100th of an hour', async () => {
    const number = await makePaid();
    const { key: reading, maker } = await makeApiKey(['orders.read', 'orders.addresses']);
    const counts = async () => {
      const acts = await db.auditEntry.findMany({
        where: { act: 'apiKey.readAddresses', actorId: maker.id },
        orderBy: { at: 'asc' },
      });
      return acts.map(({ detail }) => (detail as { count: number }).count);
    };
    for (let each = 0; each < 12; each += 1) await callApi(reading, `GET orders/${number}`);
    expect(await counts()).toEqual([1, 10]);
    await db.apiKey.updateMany({ where: { makerId: maker.id }, data: { readsFrom: after(clock(), -hour) } });
    await callApi(reading, `GET orders/${number}`);
    expect(await counts()).toEqual([1, 10, 1]);
  });
});

describe('products', () => {
  it('on show are listed by pages, without drafts and what is archived', async () => {
    const maker = await makeMember({ roles: ['ADMIN'] });
    const { key: reading } = await makeApiKey(['products.read'], maker);
    for (let each = 0; each < 3; each += 1) await makePaid();
    const [draft, archived, ...shown] = await db.product.findMany({ orderBy: { id: 'asc' } });
    await db.product.update({ where: { id: draft!.id }, data: { status: 'DRAFT' } });
    await db.product.update({ where: { id: archived!.id }, data: { status: 'ARCHIVED' } });
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const { body } = await callApi(reading, 'GET products', { query: { limit: '1', ...(cursor && { cursor }) } });
      const said = body as unknown as { products: { id: string }[]; next: string; more: boolean };
      seen.push(...said.products.map(({ id }) => id));
      [cursor, more] = [said.next, said.more];
    }
    expect(seen).toEqual(shown.map(({ id }) => id));
    expect((await callApi(reading, 'GET products', { query: { cursor: 'x' } })).body.error).toBe('cursor-unknown');
  });
});
