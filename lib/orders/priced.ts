import { Refused } from '@/lib/core/errors';
import { plainAmount } from '@/lib/core/money';
import type { StoredMarket } from '@/lib/core/market';
import type { Terms } from '@/lib/core/market';
import { dayIn, offerTo, taxIn, type Sent } from '@/lib/core/offers';

import type { HeldUnit } from './policy';
import { totalsOf, type Address, type Totals } from './schema';
import { lineTotalsOf, type LineTotals } from './totals';

/** The total that a buyer has read, in a currency where it was said. */
export type ShownTotal = { minor: number; currency?: string };

/** What is to be sold together, in one currency: the amounts of its lines less their discounts, what all of it weighs, and whether a discount pays the shipping. */
export type Goods = Sent & { amounts: number[]; freeShipping?: boolean };

type At = { address: Pick<Address, 'country' | 'region'>; shown?: ShownTotal; now: Date };
export type Priced = {
  totals: Totals;
  lines: LineTotals[];
  terms: Terms;
  /** What a discount takes off the shipping. */ shippingOffMinor: number;
};

/** Whether what the buyer read is this total. */
export function isTotal(
  shown: ShownTotal,
  { totalMinor, currency }: { totalMinor: number; currency: string },
): boolean {
  return shown.minor === totalMinor && (shown.currency === undefined || shown.currency === currency);
}

/** What a held unit costs at an address under a market's terms. */
export function priceIn(market: StoredMarket, { held, ...at }: At & { held: HeldUnit }): Priced {
  return priceGoods(market, { goods: { ...held, amounts: [held.priceMinor] }, ...at });
}

/** What goods cost at an address under a market's terms; refuses where nothing is sent, and where their buyer read another total. */
export function priceGoods(market: StoredMarket, { goods, address, shown, now }: At & { goods: Goods }): Priced {
  const offer = offerTo(market, address.country, goods, dayIn(market, now));
  if (!offer) throw new Refused('no-shipping', 'No shipping price in this currency', { field: 'country' });
  const tax = taxIn(offer, address.region);
  const shippingOffMinor = goods.freeShipping ? offer.shippingMinor : 0;
  const totals = totalsOf(sum(goods.amounts), offer.shippingMinor - shippingOffMinor, tax);
  if (shown && !isTotal(shown, { totalMinor: totals.totalMinor, currency: goods.currency })) {
    const total = `${plainAmount(totals.totalMinor, goods.currency)} ${goods.currency}`;
    throw new Refused('total-changed', 'The buyer read another total', { values: { total } });
  }
  return {
    ...{ totals, shippingOffMinor },
    lines: lineTotalsOf(goods.amounts, totals, tax),
    terms: { tax, shipping: { zone: offer.zone, days: offer.days } },
  };
}

const sum = (amounts: number[]): number => amounts.reduce((all, each) => all + each, 0);
