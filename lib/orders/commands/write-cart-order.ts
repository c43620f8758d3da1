import type { Ctx } from '@/lib/core/context';
import { readableCode, uuid7 } from '@/lib/core/ids';
import { attempts, reactJob } from '@/lib/core/jobs';
import type { StoredMarket } from '@/lib/core/market';
import type { Raw } from '@/lib/core/raw';
import { after, minute } from '@/lib/core/time';

import { gatewayFor } from '@/lib/outside/payments';

import type { OrderCompany } from '../company';
import { dueOf } from '../due';
import { priceGoods, type Goods, type ShownTotal } from '../priced';
import type { Address } from '../schema';
import type { CreditPayment } from './credit-payments';

/** How long stock is held for an unpaid order of the shop: the least time that a gateway's session lasts. */
export const stockHoldMs = 30 * minute;

type Line = { variantId: string; title: string; quantity: number; priceMinor: number };

/** A discount that the order gets: what it takes off each line, or that it pays the shipping. */
export type GivenDiscount = {
  id: string;
  title: string;
  titleZh: string;
  code: string | null;
  ofShipping: boolean;
  lines: readonly number[];
  amountMinor: number;
};

export type AskedCartOrder = {
  cart: { id: string; version: number };
  lines: readonly Line[];
  goods: Omit<Goods, 'amounts' | 'freeShipping'>;
  discounts: readonly GivenDiscount[];
  address: Address;
  market: StoredMarket;
  /** The total that the buyer read; another one is refused. */
  shown?: ShownTotal;
  locale: string;
  /** The company that its invoice is for. */
  company?: OrderCompany;
};

export type CartOrderDraft = ReturnType<typeof draftCartOrder>;

/** Whose an order is. A guest's order is of a member without an account; where they are written to stands beside it. */
export type OrderedBy = { memberId: string; guestEmail: string | null };

/** An order of the shop as it is to be written, with its lines, under ids of its own. Refuses no-shipping and total-changed. */
export function draftCartOrder(input: AskedCartOrder, now: Date) {
  const { cart, lines, goods, discounts, address, market, shown, locale, company } = input;
  const off = lines.map((_, at) => discounts.reduce((sum, each) => sum + (each.lines[at] ?? 0), 0));
  const amounts = lines.map(({ quantity, priceMinor }, at) => quantity * priceMinor - off[at]!);
  const freeShipping = discounts.some(({ ofShipping }) => ofShipping);
  const priced = priceGoods(market, { goods: { ...goods, amounts, freeShipping }, address, shown, now });
  const { totals, terms, shippingOffMinor } = priced;
  return {
    ...{ id: uuid7(now), paymentId: uuid7(now), event: uuid7(now), number: readableCode(10) },
    ...{ cartId: cart.id, cartVersion: cart.version, heldUntil: after(now, stockHoldMs) },
    ...{ market: market.market, marketVersion: market.version, terms, currency: goods.currency, ...totals },
    ...{ provider: gatewayFor(totals.totalMinor), locale, company, ...shipTo(address) },
    ...{ creditMinor: 0, dueMinor: totals.totalMinor, credits: [] as CreditPayment[] },
    lines: lines.map((line, position) => ({
      ...{ id: uuid7(now), position, ...line, ...priced.lines[position]!, discountMinor: off[position]! },
    })),
    discounts: discounts.map(({ lines: _, id: discountId, ...each }, position) => ({
      ...{ ...each, discountId, position, amountMinor: each.ofShipping ? shippingOffMinor : each.amountMinor },
    })),
  };
}

/** The same order, of which payments by credit pay a part: the gateway is asked for the rest, and none for nothing. */
export function paidPartly<D extends CartOrderDraft>(draft: D, credits: CreditPayment[]): D {
  const creditMinor = credits.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const dueMinor = dueOf({ ...draft, creditMinor });
  return { ...draft, creditMinor, dueMinor, credits, provider: gatewayFor(dueMinor) };
}

/**
 * Writes orders of the shop that wait for their payments, each with its lines, discounts, first steps, payment and event. Their stock is held by the
 * caller, in the same commit.
 */
export async function writeCartOrders(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  orders: readonly (CartOrderDraft & OrderedBy)[],
): Promise<void> {
  if (orders.length === 0) return;
  await db.$queryRaw`
    SELECT 1 FROM place_cart_orders(${JSON.stringify(orders)}::jsonb, ${attempts}::int, ${reactJob.priority}::int, ${now}::timestamptz)`;
}

const shipTo = ({ name, line1, line2, city, region, postcode, country, phone }: Address) => ({
  ...{ shipName: name, shipLine1: line1, shipLine2: line2, shipCity: city, shipRegion: region },
  ...{ shipPostcode: postcode, shipCountry: country, shipPhone: phone },
});
