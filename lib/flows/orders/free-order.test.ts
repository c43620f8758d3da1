/** Orders that cost nothing: no payment page is opened for them, and they are paid at once. */
import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { forgetMarket, readMarket } from '@/lib/core/current-market';
import { db, pool } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { saveMarket } from '@/lib/markets/commands';
import { demoMarket } from '@/prisma/seed/market-data';
import { costsNow } from '@/tests/support/price-now';
import { cartOrderFor, makeShop, put } from '@/tests/support/cart-factories';
import { makeFans } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { runJobs } from '@/tests/support/order-factories';
import { standOfStock } from '@/tests/support/stock-factories';

import { endUnpaidOrders } from './end-cart-order';
import { placeCartOrder } from './place-cart-order';
import { refundOrder } from './refund-order';

beforeAll(async () => {
  const admin = await makeMember({ roles: ['ADMIN'] });
  const { version } = await readMarket();
  const rates = { USD: [{ upTo: null, amountMinor: 0 }] };
  const zones = demoMarket.zones.map((zone) => ({ ...zone, rates }));
  await transact(saveMarket)(admin, { shown: version, locale: 'en', data: { ...demoMarket, zones } });
  forgetMarket();
});

async function freeCart() {
  const [variant] = (await makeShop(3)).variantIds as [string];
  await costsNow([variant], 0);
  const [buyer] = await makeFans(1);
  await put(buyer!, variant, 2);
  return { variant, buyer: buyer!, input: await cartOrderFor(buyer!) };
}
const orderOf = (number: string) =>
  db.order.findUniqueOrThrow({ where: { number }, include: { payments: true, refunds: true, invoices: true } });

describe('an order of nothing', () => {
  it('is paid as soon as it is placed, once however often it is sent, and given back without a gateway', async () => {
    const { variant, buyer, input } = await freeCart();
    const placed = await Promise.all([placeCartOrder(buyer, input), placeCartOrder(buyer, input)]);
    expect(placed.map(({ payUrl }) => payUrl)).toEqual([null, null]);
    const { number } = placed[0]!;
    await runJobs();
    const order = await orderOf(number);
    expect(order).toMatchObject({ state: 'PAID', totalMinor: 0, payments: [{ provider: 'free', state: 'PAID' }] });
    expect(await db.mail.count({ where: { memberId: buyer.id, kind: 'order.paid' } })).toBe(1);
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 1, SOLD: 2 });
    await refundOrder(system, { number, reason: 'Changed their mind' });
    await runJobs();
    expect(await orderOf(number)).toMatchObject({ state: 'REFUNDED', refunds: [{ state: 'DONE', amountMinor: 0 }] });
    expect((await orderOf(number)).invoices).toHaveLength(1);
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 3 });
  });

  it('whose process was killed before it was settled is settled when its time is over', async () => {
    const { variant, buyer, input } = await freeCart();
    const { number } = await placeCartOrder(buyer, input);
    const { id } = await orderOf(number);
    await pool.query(`UPDATE "Order" SET "state" = 'PENDING', "paidAt" = NULL WHERE "id" = $1`, [id]);
    await pool.query(
      `UPDATE "Payment" SET "state" = 'STARTING', "sessionId" = NULL, "settledAt" = NULL WHERE "orderId" = $1`,
      [id],
    );
    await endUnpaidOrders(after(clock(), 31 * minute));
    expect(await orderOf(number)).toMatchObject({ state: 'PAID' });
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 1, SOLD: 2 });
  });
});
