import { taxIn, type Offers } from '@/lib/core/offers';
import { billOf, totalsOf, type Bill, type BillDiscount, type CountryCode } from '@/lib/orders/schema';

/** What a checkout sells, in minor units of one currency: that of a discount of the shipping takes off whatever the shipping is. */
type Sold = { offers: Offers; goodsMinor: number; discounts: readonly BillDiscount[] };

/** The bill of an address, as a checkout shows it before the order; null where nothing is sent. */
export function billIn({ offers, goodsMinor, discounts }: Sold, country: CountryCode, region: string): Bill | null {
  const offer = offers[country];
  if (!offer) return null;
  const tax = taxIn(offer, region);
  const free = discounts.some(({ ofShipping }) => ofShipping) ? offer.shippingMinor : 0;
  const off = discounts.map((each) => (each.ofShipping ? { ...each, amountMinor: free } : each));
  const payable = off.reduce((sum, each) => (each.ofShipping ? sum : sum - each.amountMinor), goodsMinor);
  return billOf(totalsOf(payable, offer.shippingMinor - free, tax), goodsMinor, tax, off);
}
