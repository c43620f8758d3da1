import { beforeEach, describe, expect, it } from 'vitest';

import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { saveMarket } from '@/lib/markets/commands';
import { forgetMarket, readMarket } from '@/lib/core/current-market';
import type { MarketData } from '@/lib/core/market';
import { demoMarket } from '@/prisma/seed/market-data';
import { makeMember } from '@/tests/support/factories';
import { makeHold, orderFor } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import { placeOrder } from './place-order';

const change = async (data: Partial<MarketData>) => {
  const { version } = await readMarket();
  await transact(saveMarket)(admin, { shown: version, locale: 'en', data });
  forgetMarket();
};
const toQuebec = { country: 'CA' as const, region: 'QC', city: 'Montréal', postcode: 'H2X 1Y4' };
const quebec = { ...{ country: 'CA' as const, region: 'QC', name: 'GST + QST', ppm: 149_750 }, included: false };
const order = async (shown?: number) => {
  const { buyer, claimId } = await makeHold();
  const { number } = await placeOrder(buyer, orderFor(claimId, { ...toQuebec, shown }));
  return db.order.findUniqueOrThrow({ where: { number } });
};
let admin: Actor;

beforeEach(async () => {
  admin = await makeMember({ roles: ['ADMIN'] });
  await makeHold();
  await change({ ...demoMarket, taxes: [...demoMarket.taxes, { ...quebec, from: null, until: null }] });
});

describe('an order', () => {
  it('bears the tax of its region, and keeps market, version and terms when these change', async () => {
    const { version } = await readMarket();
    const before = await order();
    // 129.00 + 9.00 at 14.975 %: 20.6655, half up.
    expect(before).toMatchObject({
      ...{ subtotalMinor: 12_900, shippingMinor: 900, taxMinor: 2_067, totalMinor: 15_867 },
      ...{ market: 1, marketVersion: version },
      terms: { tax: { name: 'GST + QST', ppm: 149_750, included: false }, shipping: { zone: { en: 'North America' } } },
    });
    await change({ taxes: [] });
    expect(await order()).toMatchObject({ totalMinor: 13_800, marketVersion: version + 1 });
    expect(await db.order.findUnique({ where: { id: before.id } })).toEqual(before);
  });

  it('is refused at a total that its buyer did not read, and written at the one that they did', async () => {
    const { buyer, claimId } = await makeHold();
    const wish = (shown: number) => placeOrder(buyer, orderFor(claimId, { ...toQuebec, shown }));
    expect(await refusal(wish(15_866))).toBe('total-changed');
    expect(await db.order.count({ where: { claimId } })).toBe(0);
    expect(await refusal(wish(15_867))).toBe('done');
    await change({ taxes: [] });
    const elsewhere = orderFor(claimId, { ...toQuebec, line1: '1 Other Lane', shown: 15_867 });
    expect(await refusal(placeOrder(buyer, elsewhere))).toBe('total-changed');
  });

  it('goes nowhere that the market sends nothing to, nor so heavy', async () => {
    const { buyer, claimId, drop } = await makeHold();
    await db.variant.update({ where: { id: drop.variantIds[0]! }, data: { grams: 501 } });
    const [first, ...others] = demoMarket.zones;
    await change({ zones: [{ ...first!, rates: { USD: [{ upTo: 500, amountMinor: 900 }] } }, ...others] });
    expect(await refusal(placeOrder(buyer, orderFor(claimId, toQuebec)))).toBe('no-shipping');
    await change({ zones: others });
    expect(await refusal(placeOrder(buyer, orderFor(claimId, toQuebec)))).toBe('no-shipping');
  });
});
