import { Refused } from '@/lib/core/errors';
import { plainAmount } from '@/lib/core/money';
import type { StoredMarket } from '@/lib/core/market';
import type { Terms } from '@/lib/core/market';
import { dayIn, offerTo, taxIn } from '@/lib/core/offers';

import type { HeldUnit } from './policy';
import { totalsOf, type Address, type Totals } from './schema';

/** The total that a buyer has read, in a currency where it was said. */
export type ShownTotal = { minor: number; currency?: string };

type Wish = { held: HeldUnit; address: Pick<Address, 'country' | 'region'>; shown?: ShownTotal; now: Date };

/** Whether what the buyer read is this total. */
export function isTotal(
  shown: ShownTotal,
  { totalMinor, currency }: { totalMinor: number; currency: string },
): boolean {
  return shown.minor === totalMinor && (shown.currency === undefined || shown.currency === currency);
}

/** What a unit costs at an address under a market's terms; refuses where nothing is sent, and where its buyer read another total. */
export function priceIn(market: StoredMarket, { held, address, shown, now }: Wish): { totals: Totals; terms: Terms } {
  const offer = offerTo(market, address.country, held, dayIn(market, now));
  if (!offer) throw new Refused('no-shipping', 'No shipping price in this currency', { field: 'country' });
  const tax = taxIn(offer, address.region);
  const totals = totalsOf(held.priceMinor, offer.shippingMinor, tax);
  if (shown && !isTotal(shown, { totalMinor: totals.totalMinor, currency: held.currency })) {
    const total = `${plainAmount(totals.totalMinor, held.currency)} ${held.currency}`;
    throw new Refused('total-changed', 'The buyer read another total', { values: { total } });
  }
  return { totals, terms: { tax, shipping: { zone: offer.zone, days: offer.days } } };
}
