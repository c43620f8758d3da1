/** What a buyer read is what they pay, also when staff change the price or its currency meanwhile. */
import { beforeEach, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { forgetMarket, readMarket } from '@/lib/core/current-market';
import { db } from '@/lib/core/db';
import { readAmount } from '@/lib/core/money';
import { saveMarket } from '@/lib/markets/commands';
import { billOf } from '@/lib/orders/totals';
import { makeMember } from '@/tests/support/factories';
import { makeHold, orderFor } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import { placeOrder } from './place-order';

const flat = [{ upTo: null, amountMinor: 900 }];
const rates = { USD: flat, EUR: flat, JPY: flat };
const zones = [{ name: { en: 'All', zh: '' }, countries: ['DE' as const, 'US' as const], days: null, rates }];
const included = { country: 'DE' as const, region: '', name: 'VAT', ppm: 190_000, from: null, until: null };
let held: Awaited<ReturnType<typeof makeHold>>;

beforeEach(async () => {
  held = await makeHold();
  const admin = await makeMember({ roles: ['ADMIN'] });
  const { version } = await readMarket();
  await transact(saveMarket)(admin, { shown: version, locale: 'en', data: { taxes: [], zones } });
  forgetMarket();
});

const place = (wish: { line1?: string; shown?: number; shownCurrency?: string } = {}) =>
  placeOrder(held.buyer, orderFor(held.claimId, { country: 'DE', region: '', ...wish }));
const kept = (number: string) =>
  db.order.findUniqueOrThrow({ where: { number }, include: { lines: true, payments: true } });

// Every command keeps the price of an announced drop; a price that was set for a moment before, or a hand in the database, may still change it.
async function sellAt(price: string, currency = 'USD'): Promise<void> {
  const { allotment } = await db.claim.findUniqueOrThrow({
    where: { id: held.claimId },
    select: { allotment: { select: { variantId: true } } },
  });
  const { variantId } = allotment;
  const amountMinor = readAmount(price, currency)!;
  await db.$transaction([
    db.variant.update({ where: { id: variantId }, data: { currency } }),
    db.price.deleteMany({ where: { variantId, currency } }),
    db.price.create({ data: { variantId, currency, amountMinor, from: new Date(0) } }),
  ]);
}

it('is refused where the same figure is of another currency', async () => {
  await sellAt('129.00', 'EUR');
  expect(await refusal(place({ shown: 13_800, shownCurrency: 'USD' }))).toBe('total-changed');
  expect(await db.order.count({ where: { claimId: held.claimId } })).toBe(0);
  const { number } = await place({ shown: 13_800, shownCurrency: 'EUR' });
  expect(await kept(number)).toMatchObject({ currency: 'EUR', totalMinor: 13_800 });
});

it('takes the currency of the new total into an unpaid order, its line and its payment', async () => {
  const { number } = await place();
  await sellAt('20000', 'JPY');
  await place({ line1: '77 Other Street', shown: 20_900, shownCurrency: 'JPY' });
  const { payments, ...order } = await kept(number);
  expect(order).toMatchObject({ currency: 'JPY', totalMinor: 20_900, lines: [{ priceMinor: 20_000 }] });
  const open = payments.filter(({ state }) => ['STARTING', 'OPEN'].includes(state));
  expect(open.map(({ currency, amountMinor }) => [currency, amountMinor])).toEqual([['JPY', 20_900]]);
});

it('holds for an unpaid order whose address stays as well', async () => {
  const { number } = await place();
  await sellAt('99.00');
  expect(await refusal(place({ shown: 13_700, shownCurrency: 'USD' }))).toBe('total-changed');
  // Who read the order's own total pays it; who read the one of now pays that.
  await place({ shown: 13_800, shownCurrency: 'USD' });
  expect(await kept(number)).toMatchObject({ totalMinor: 13_800 });
  await place({ shown: 10_800, shownCurrency: 'USD' });
  expect(await kept(number)).toMatchObject({ totalMinor: 10_800, lines: [{ priceMinor: 9_900 }] });
});

it('leaves no bill with less than nothing for shipping', async () => {
  const admin = await makeMember({ roles: ['ADMIN'] });
  const { version } = await readMarket();
  const data = { taxIncluded: true, taxes: [{ ...included, included: true }] };
  await transact(saveMarket)(admin, { shown: version, locale: 'en', data });
  forgetMarket();
  const { number } = await place();
  await sellAt('99.00');
  await place({ line1: '77 Other Street' });
  const { lines, ...order } = await kept(number);
  expect(billOf(order, lines[0]!.priceMinor, { included: true })).toMatchObject({
    goodsMinor: 9_900,
    shippingMinor: 900,
  });
});
