/** Labels of what an order still has to be sent: one for each parcel, whoever asks how often, and none that leads elsewhere. */
import { beforeAll, describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { shipOrder } from '@/lib/flows/units/ship-order';
import { askLabel, correctAddress, markShipped } from '@/lib/orders/commands';
import { carrierOf, replaceCarrier, type Carrier } from '@/lib/outside/carriers';
import { address } from '@/tests/support/addresses';
import { makePaidCartOrder, makeShop } from '@/tests/support/cart-factories';
import { refusal } from '@/tests/support/refusal';

import { buyLabel, cancelLabel } from './buy-label';
import { listLabelChoices } from './label-choices';
import { readLabels } from './read-labels';

let shop: Awaited<ReturnType<typeof makeShop>>;
beforeAll(async () => {
  shop = await makeShop(60);
  await db.variant.updateMany({ where: { id: { in: shop.variantIds } }, data: { grams: 250 } });
});

const paid = (pieces = 2) => makePaidCartOrder([[shop.variantIds[0]!, pieces]]);
const asked = (number: string, service = 'standard') => ({ number, carrier: 'demo', service });
const labelsOf = (orderId: string) => db.label.findMany({ where: { orderId }, orderBy: { id: 'asc' } });

describe('a label', () => {
  it('is one for a parcel, however often and at once it is asked for; it is used up by the parcel that bears its number', async () => {
    const { number, orderId } = await paid();
    const ids = await Promise.all([1, 2, 3, 4].map(() => buyLabel(shop.operator, asked(number))));
    expect(new Set(ids).size).toBe(1);
    expect(await buyLabel(shop.operator, asked(number))).toBe(ids[0]);
    const [label, ...more] = await labelsOf(orderId);
    expect([label, more.length]).toMatchObject([{ state: 'BOUGHT', grams: 500 }, 0]);
    expect(await db.demoLabel.count({ where: { idempotencyKey: ids[0] } })).toBe(1);
    expect(await db.auditEntry.count({ where: { act: 'order.label', subjectId: orderId } })).toBe(1);
    await transact(markShipped)(shop.operator, { number, carrier: 'Demo Parcel', tracking: label!.tracking });
    const [used] = await labelsOf(orderId);
    expect([used!.state, used!.shipmentId === null]).toEqual(['USED', false]);
    expect(await refusal(cancelLabel(shop.operator, { number, labelId: label!.id }))).toBe('label-gone');
    expect(await refusal(buyLabel(shop.operator, asked(number)))).toBe('order-moved-on');
  });

  it('control: without the index that holds it, two may be open', async () => {
    const { orderId } = await paid();
    const write = () =>
      db.label.create({
        data: { orderId, carrier: 'demo', service: 'a', grams: 1, address: 'a', askedAt: new Date() },
      });
    await write();
    await expect(write()).rejects.toThrow();
    await pool.query('DROP INDEX "Label_one_open"');
    await write();
    expect(await labelsOf(orderId)).toHaveLength(2);
    await db.label.deleteMany({ where: { orderId } });
    await pool.query(
      `CREATE UNIQUE INDEX "Label_one_open" ON "Label" ("orderId") WHERE "state" IN ('ASKED', 'BOUGHT', 'CANCELLING')`,
    );
  });

  it('whose answer was lost is the same when it is asked for again', async () => {
    const { number, orderId } = await paid();
    const carrier = carrierOf('demo')!;
    await withCarrier(
      {
        ...carrier,
        buyLabel: async (label) => (await carrier.buyLabel(label), Promise.reject(new Error('no answer'))),
      },
      async () => expect(await refusal(buyLabel(shop.operator, asked(number)))).toBe('carrier-silent'),
    );
    expect((await labelsOf(orderId))[0]).toMatchObject({ state: 'ASKED', tracking: '' });
    await buyLabel(shop.operator, asked(number));
    const [label, ...more] = await labelsOf(orderId);
    expect(more).toEqual([]);
    expect(await carrier.findLabel(label!.id)).toMatchObject({ tracking: label!.tracking });
  });

  it('is given back, and frees the order for another', async () => {
    const { number, orderId } = await paid();
    const first = await buyLabel(shop.operator, asked(number));
    expect(await refusal(buyLabel(shop.operator, asked(number, 'express')))).toBe('label-open');
    await cancelLabel(shop.operator, { number, labelId: first });
    const second = await buyLabel(shop.operator, asked(number, 'express'));
    expect((await labelsOf(orderId)).map(({ id, state }) => [id, state])).toEqual([
      [first, 'CANCELLED'],
      [second, 'BOUGHT'],
    ]);
    expect(await carrierOf('demo')!.findLabel(first)).toBeNull();
  });

  it('that is given back while it is bought is given back at the carrier too', async () => {
    const { number, orderId } = await paid();
    const carrier = carrierOf('demo')!;
    const slow: Carrier = {
      ...carrier,
      buyLabel: async (label) => {
        await cancelLabel(shop.operator, { number, labelId: label.labelId });
        return carrier.buyLabel(label);
      },
    };
    const id = await withCarrier(slow, () => buyLabel(shop.operator, asked(number)));
    expect((await labelsOf(orderId))[0]!.state).toBe('CANCELLED');
    expect(await carrier.findLabel(id)).toBeNull();
  });

  it('leads nowhere else: after the address was corrected it is not printed and nothing is sent with it', async () => {
    const { number, orderId } = await paid();
    const labelId = await buyLabel(shop.operator, asked(number));
    const [label] = await labelsOf(orderId);
    await transact(correctAddress)(shop.operator, { ...address, number, line1: 'Elsewhere 9', reason: 'Asked' });
    expect(await refusal(readLabels(shop.operator, { number, labelId }, 'en'))).toBe('label-stale');
    const parcel = { number, carrier: 'Demo Parcel', tracking: label!.tracking };
    expect(await refusal(shipOrder(shop.operator, parcel))).toBe('label-stale');
    expect(await refusal(buyLabel(shop.operator, asked(number)))).toBe('label-stale');
    await cancelLabel(shop.operator, { number, labelId });
    await buyLabel(shop.operator, asked(number));
  });

  it('that the carrier refuses is no label, and another may be asked for', async () => {
    const { number, orderId } = await paid();
    await db.variant.updateMany({ where: { id: { in: shop.variantIds } }, data: { grams: 6_000 } });
    try {
      expect(await refusal(buyLabel(shop.operator, asked(number, 'express')))).toBe('carrier-weight');
      const choices = await listLabelChoices(shop.operator, { country: 'NL', grams: 12_000 });
      expect(choices.map(({ value }) => value)).toEqual(['demo:standard', 'manual:own']);
      await buyLabel(shop.operator, asked(number));
    } finally {
      await db.variant.updateMany({ where: { id: { in: shop.variantIds } }, data: { grams: 250 } });
    }
    expect((await labelsOf(orderId)).map(({ state }) => state)).toEqual(['REFUSED', 'BOUGHT']);
    expect(await refusal(buyLabel(shop.operator, { ...asked(number), carrier: 'nobody' }))).toBe('carrier-unknown');
  });

  it('is not asked for of an order that is not paid, or whose money moves', async () => {
    const { number, orderId } = await paid();
    await db.order.update({ where: { id: orderId }, data: { state: 'PENDING' } });
    expect(await refusal(transact(askLabel)(shop.operator, asked(number)))).toBe('order-moved-on');
    expect(await labelsOf(orderId)).toEqual([]);
  });

  it('is written as a PDF that says who printed it, an address label too', async () => {
    const { number, orderId } = await paid();
    const labelId = await buyLabel(shop.operator, { number, carrier: 'manual', service: 'own' });
    const bytes = await readLabels(shop.operator, { number, labelId }, 'zh');
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(await db.auditEntry.count({ where: { act: 'order.printLabels', subjectId: orderId } })).toBe(1);
    await transact(markShipped)(shop.operator, { number, carrier: 'Post', tracking: 'OWN1' });
    expect((await labelsOf(orderId))[0]!.state).toBe('USED');
  });
});

async function withCarrier<T>(carrier: Carrier, work: () => Promise<T>): Promise<T> {
  const before = carrierOf('demo')!;
  replaceCarrier('demo', carrier);
  try {
    return await work();
  } finally {
    replaceCarrier('demo', before);
  }
}
