import type { CountryCode } from './countries';
import { terms, zones, type Tax, type Zone } from './rates';

/** Net amounts and tax, as an order keeps them: their sum is what the buyer pays. */
export type Totals = { subtotalMinor: number; shippingMinor: number; taxMinor: number; totalMinor: number };

/** What the buyer reads: with tax included, goods and shipping are shown with it. */
export type Bill = { goodsMinor: number; shippingMinor: number; taxMinor: number; totalMinor: number; taxIncluded: boolean };

/** The totals of goods at their listed price sent to a country; null when the currency has no shipping price there. */
export function totalsOf(goodsMinor: number, currency: string, country: CountryCode): Totals | null {
  const { zone, tax } = terms[country];
  const shipping = (zones[zone] as Zone)[currency];
  if (shipping === undefined) return null;
  const goods = taxed(goodsMinor, tax);
  const sending = taxed(shipping, tax);
  const taxMinor = goods.tax + sending.tax;
  return { subtotalMinor: goods.net, shippingMinor: sending.net, taxMinor, totalMinor: goods.net + sending.net + taxMinor };
}

/** The bill of stored totals beside the listed price of their goods. */
export function billOf(totals: Totals, goodsMinor: number): Bill {
  const taxIncluded = totals.subtotalMinor !== goodsMinor;
  const shippingMinor = taxIncluded ? totals.totalMinor - goodsMinor : totals.shippingMinor;
  return { goodsMinor, shippingMinor, taxMinor: totals.taxMinor, totalMinor: totals.totalMinor, taxIncluded };
}

/** Tax is rounded half up to the minor unit on each line by itself, as invoices list it; never on the sum. */
function taxed(amount: number, { basisPoints, included }: Tax): { net: number; tax: number } {
  const tax = halfUp(amount * basisPoints, included ? 10_000 + basisPoints : 10_000);
  return { net: included ? amount - tax : amount, tax };
}

function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
