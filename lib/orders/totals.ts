import { isCountry, type CountryCode } from './countries';
import { terms, zones, type Tax, type Zone } from './rates';

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

/** The totals of goods at their listed price sent to a country; null when the currency has no shipping price there. */
export function totalsOf(goodsMinor: number, currency: string, country: CountryCode): Totals | null {
  const { zone, tax } = terms[country];
  const shipping = (zones[zone] as Zone)[currency];
  if (shipping === undefined) return null;
  const taxMinor = taxOf(goodsMinor + shipping, tax);
  if (!tax.included)
    return {
      subtotalMinor: goodsMinor,
      shippingMinor: shipping,
      taxMinor,
      totalMinor: goodsMinor + shipping + taxMinor,
    };
  const inGoods = Math.min(taxOf(goodsMinor, tax), taxMinor);
  return {
    subtotalMinor: goodsMinor - inGoods,
    shippingMinor: shipping - (taxMinor - inGoods),
    taxMinor,
    totalMinor: goodsMinor + shipping,
  };
}

/** The bill of stored totals beside the listed price of their goods; what costs nothing holds no tax by which to tell, so its country says it. */
export function billOf(totals: Totals, goodsMinor: number, country: string): Bill {
  const taxIncluded = totals.subtotalMinor !== goodsMinor || (isCountry(country) && terms[country].tax.included);
  const shippingMinor = taxIncluded ? totals.totalMinor - goodsMinor : totals.shippingMinor;
  return { goodsMinor, shippingMinor, taxMinor: totals.taxMinor, totalMinor: totals.totalMinor, taxIncluded };
}

// Rounded half up once for the whole bill, which has one rate: Japan's invoices allow one rounding for each rate, and the
// European norm for invoices (EN 16931) reckons the tax of a rate from the sum as well.
function taxOf(amount: number, { basisPoints, included }: Tax): number {
  return halfUp(amount * basisPoints, included ? 10_000 + basisPoints : 10_000);
}

function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
