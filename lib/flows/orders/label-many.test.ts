/** Labels for many orders by one act, and what is printed of them. */
import { beforeAll, describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { startBulkAct, stopBulkAct } from '@/lib/flows/lists/start-bulk';
import { runBulk } from '@/lib/flows/lists/run-bulk';
import { draftBulk } from '@/lib/lists/commands';
import { carrierOf, replaceCarrier } from '@/lib/outside/carriers';
import { makePaidCartOrder, makeShop } from '@/tests/support/cart-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import { readPapers } from './read-papers';

let shop: Awaited<ReturnType<typeof makeShop>>;
beforeAll(async () => void (shop = await makeShop(40)));

const work = () => runJobs(undefined, (name) => name === 'runBulk');
const paid = () => makePaidCartOrder([[shop.variantIds[0]!, 1]]);
const draft = (...numbers: string[]) =>
  transact(draftBulk)(shop.operator, { list: 'orders', act: 'orders.label', rows: numbers.map((key) => ({ key })) });
const start = (id: string, send?: 'on') =>
  startBulkAct(shop.operator, { id, choice: 'demo:standard', ...(send && { send }) });
const rowsOf = async (actId: string) => {
  const rows = await db.bulkRow.findMany({ where: { actId }, orderBy: { place: 'asc' } });
  return rows.map(({ state, code }) => code ?? state);
};

describe('labels for many orders', () => {
  it('are bought for each, and their parcels sent with them where that is asked for; what cannot be sent is named', async () => {
    const [one, two, gone] = [await paid(), await paid(), await paid()];
    await db.order.update({ where: { id: gone.orderId }, data: { state: 'CANCELLED' } });
    const id = await draft(one.number, gone.number, two.number);
    await start(id, 'on');
    await work();
    expect(await rowsOf(id)).toEqual(['DONE', 'order-moved-on', 'DONE']);
    const sent = await db.shipment.findMany({ where: { orderId: { in: [one.orderId, two.orderId] } } });
    const labels = await db.label.findMany({ where: { orderId: { in: [one.orderId, two.orderId] } } });
    expect(sent.map(({ tracking }) => tracking).toSorted()).toEqual(labels.map(({ tracking }) => tracking).toSorted());
    expect(labels.map(({ state }) => state)).toEqual(['USED', 'USED']);
    for (const kind of ['labels', 'slips', 'pick'] as const) {
      const bytes = await readPapers(shop.operator, { id, kind, part: 1 }, 'zh');
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    }
    expect(await refusal(readPapers(shop.operator, { id, kind: 'labels', part: 2 }, 'en'))).toBe('not-found');
  });

  it('are the same ones after the process ended between the carrier and the row', async () => {
    const { number, orderId } = await paid();
    const id = await draft(number);
    await start(id);
    const carrier = carrierOf('demo')!;
    replaceCarrier('demo', { ...carrier, buyLabel: async (label) => (await carrier.buyLabel(label), killed()) });
    await runBulk({ actId: id });
    replaceCarrier('demo', carrier);
    await db.bulkRow.updateMany({ where: { actId: id }, data: { state: 'LEFT', code: null } });
    await db.bulkAct.updateMany({ where: { id }, data: { endedAt: null } });
    await runBulk({ actId: id });
    expect(await rowsOf(id)).toEqual(['DONE']);
    expect(await db.label.count({ where: { orderId } })).toBe(1);
    expect(await db.demoLabel.count({ where: { idempotencyKey: (await labelOf(orderId)).id } })).toBe(1);
  });

  it('are asked of nobody once the act was stopped', async () => {
    const orders = [await paid(), await paid()];
    const id = await draft(...orders.map(({ number }) => number));
    await start(id);
    const carrier = carrierOf('demo')!;
    const stopping = async (label: Parameters<typeof carrier.buyLabel>[0]) => {
      await stopBulkAct(shop.operator, { id });
      return carrier.buyLabel(label);
    };
    replaceCarrier('demo', { ...carrier, buyLabel: stopping });
    await runBulk({ actId: id });
    replaceCarrier('demo', carrier);
    expect(await rowsOf(id)).toEqual(['LEFT', 'LEFT']);
    expect(await db.label.count({ where: { orderId: orders[1]!.orderId } })).toBe(0);
  });
});

const labelOf = (orderId: string) => db.label.findFirstOrThrow({ where: { orderId } });
const killed = (): never => {
  throw new Error('killed');
};
