import { allocate } from '@/lib/core/allocate';
import { halfUp } from '@/lib/core/half-up';
import type { Tax } from '@/lib/core/market';

/** Net amounts and tax, as an order keeps them: their sum is what the buyer pays. */
export type Totals = { subtotalMinor: number; shippingMinor: number; taxMinor: number; totalMinor: number };

/** What the buyer reads: with tax included, goods and shipping are shown with it. */
export type Bill = {
  /** At their listed prices. */
  goodsMinor: number;
  discounts: BillDiscount[];
  /** Before a discount that pays it. */
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

/** What a line of an order comes to: net and its tax, which together with those of the others and of the shipping are the order's totals. */
export type LineTotals = { netMinor: number; taxMinor: number };

/**
 * What each line comes to, by the amounts of the lines at their listed prices. The tax is rounded once, for the whole order; the
 * goods' part of it is shared among them by largest remainder, so that they differ from it by less than one unit each.
 */
export function lineTotalsOf(amounts: number[], totals: Totals, tax: Tax): LineTotals[] {
  const goodsMinor = amounts.reduce((sum, each) => sum + each, 0);
  const inGoods = tax.included ? goodsMinor - totals.subtotalMinor : Math.min(taxOf(goodsMinor, tax), totals.taxMinor);
  return allocate(inGoods, amounts).map((taxMinor, at) => ({
    taxMinor,
    netMinor: tax.included ? amounts[at]! - taxMinor : amounts[at]!,
  }));
}

/** What a discount takes off, as its buyer reads it. */
export type BillDiscount = { title: string; titleZh: string; ofShipping: boolean; amountMinor: number };

/** The bill of stored totals beside the listed price of their goods and what was taken off, under the tax that held when they were made. */
export function billOf(
  totals: Totals,
  goodsMinor: number,
  { included }: Pick<Tax, 'included'>,
  discounts: readonly BillDiscount[] = [],
): Bill {
  const off = (ofShipping: boolean) =>
    discounts.reduce((sum, each) => (each.ofShipping === ofShipping ? sum + each.amountMinor : sum), 0);
  const sentMinor = included ? totals.totalMinor - (goodsMinor - off(false)) : totals.shippingMinor;
  const shippingMinor = sentMinor + off(true);
  return {
    goodsMinor,
    discounts: [...discounts],
    shippingMinor,
    taxMinor: totals.taxMinor,
    totalMinor: totals.totalMinor,
    taxIncluded: included,
  };
}

// Rounded half up once for the whole bill, which has one rate: Japan's invoices allow one rounding for each rate, and the
// European norm for invoices (EN 16931) reckons the tax of a rate from the sum as well.
function taxOf(amount: number, { ppm, included }: Tax): number {
  return halfUp(BigInt(amount) * BigInt(ppm), BigInt(included ? 1_000_000 + ppm : 1_000_000));
}
