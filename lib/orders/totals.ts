import type { Tax } from '@/lib/core/market';

/** Net amounts and tax, as an order keeps them: their sum is what the buyer pays. */
export type Totals = { subtotalMinor: number; shippingMinor: number; taxMinor: number; totalMinor: number };

/** What the buyer reads: with tax included, goods and shipping are shown with it. */
export type Bill = {
  goodsMinor: number;
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
  taxIncluded: boolean;
};

/** The totals of goods at their listed price, sent at a price, under a tax that both bear. */
export function totalsOf(goodsMinor: number, shippingMinor: number, tax: Tax): Totals {
  const taxMinor = taxOf(goodsMinor + shippingMinor, tax);
  if (!tax.included)
    return { subtotalMinor: goodsMinor, shippingMinor, taxMinor, totalMinor: goodsMinor + shippingMinor + taxMinor };
  const inGoods = Math.min(taxOf(goodsMinor, tax), taxMinor);
  return {
    subtotalMinor: goodsMinor - inGoods,
    shippingMinor: shippingMinor - (taxMinor - inGoods),
    taxMinor,
    totalMinor: goodsMinor + shippingMinor,
  };
}

/** The bill of stored totals beside the listed price of their goods, under the tax that held when they were made. */
export function billOf(totals: Totals, goodsMinor: number, { included }: Pick<Tax, 'included'>): Bill {
  const shippingMinor = included ? totals.totalMinor - goodsMinor : totals.shippingMinor;
  return { goodsMinor, shippingMinor, taxMinor: totals.taxMinor, totalMinor: totals.totalMinor, taxIncluded: included };
}

// Rounded half up once for the whole bill, which has one rate: Japan's invoices allow one rounding for each rate, and the
// European norm for invoices (EN 16931) reckons the tax of a rate from the sum as well.
function taxOf(amount: number, { ppm, included }: Tax): number {
  return halfUp(BigInt(amount) * BigInt(ppm), BigInt(included ? 1_000_000 + ppm : 1_000_000));
}

// The largest amount times the highest rate is more than a number holds.
function halfUp(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}
