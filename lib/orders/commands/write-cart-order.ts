import type { Ctx } from '@/lib/core/context';
import { readableCode, uuid7 } from '@/lib/core/ids';
import type { StoredMarket } from '@/lib/core/market';
import type { Raw } from '@/lib/core/raw';
import { after, minute } from '@/lib/core/time';

import { gatewayFor } from '@/lib/outside/payments';

import { priceGoods, type Goods, type ShownTotal } from '../priced';
import type { Address } from '../schema';

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

export type WriteCartOrder = {
  memberId: string;
  /** Where the buyer is written to, where that is a guest. */
  guestEmail: string | null;
  cart: { id: string; version: number };
  lines: readonly Line[];
  goods: Omit<Goods, 'amounts' | 'freeShipping'>;
  discounts: readonly GivenDiscount[];
  address: Address;
  market: StoredMarket;
  /** The total that the buyer read; another one is refused. */
  shown?: ShownTotal;
  locale: string;
};

export type WrittenCartOrder = {
  orderId: string;
  number: string;
  paymentId: string;
  heldUntil: Date;
  lines: { lineId: string; variantId: string; units: number }[];
};

/** Writes an order of the shop that waits for its payment, with its lines. Refuses no-shipping and total-changed. Its stock is held by the caller, in the same commit. */
export async function writeCartOrder(ctx: Ctx<Raw>, input: WriteCartOrder): Promise<WrittenCartOrder> {
  const { db, now } = ctx;
  const { memberId, guestEmail, cart, lines, goods, discounts, address, market, shown, locale } = input;
  const off = lines.map((_, at) => discounts.reduce((sum, each) => sum + (each.lines[at] ?? 0), 0));
  const amounts = lines.map(({ quantity, priceMinor }, at) => quantity * priceMinor - off[at]!);
  const freeShipping = discounts.some(({ ofShipping }) => ofShipping);
  const {
    totals,
    lines: lineTotals,
    terms,
    shippingOffMinor,
  } = priceGoods(market, { goods: { ...goods, amounts, freeShipping }, address, shown, now });
  const [orderId, paymentId, number] = [uuid7(now), uuid7(now), readableCode(10)];
  const heldUntil = after(now, stockHoldMs);
  const { subtotalMinor, shippingMinor, taxMinor, totalMinor } = totals;
  await db.$executeRaw`
    INSERT INTO "Order" ("id", "number", "memberId", "guestEmail", "cartId", "cartVersion", "heldUntil", "market", "marketVersion", "terms", "currency", "subtotalMinor",
      "shippingMinor", "taxMinor", "totalMinor", "locale", "shipName", "shipLine1", "shipLine2", "shipCity", "shipRegion", "shipPostcode", "shipCountry", "shipPhone", "createdAt")
    VALUES (${orderId}::uuid, ${number}, ${memberId}::uuid, ${guestEmail}::text, ${cart.id}::uuid, ${cart.version}::int, ${heldUntil}::timestamptz, ${market.market}::int, ${market.version}::int,
      ${JSON.stringify(terms)}::jsonb, ${goods.currency}, ${subtotalMinor}::bigint, ${shippingMinor}::bigint, ${taxMinor}::bigint, ${totalMinor}::bigint, ${locale},
      ${address.name}, ${address.line1}, ${address.line2}, ${address.city}, ${address.region}, ${address.postcode}, ${address.country}, ${address.phone}, ${now}::timestamptz)`;
  const rows = lines.map((line, position) => ({
    ...{ id: uuid7(now), position, ...line, ...lineTotals[position]!, discountMinor: off[position]! },
  }));
  const given = discounts.map(({ lines: _, ...each }, position) => ({
    ...{ ...each, position, amountMinor: each.ofShipping ? shippingOffMinor : each.amountMinor },
  }));
  await db.$executeRaw`
    WITH l AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS l("id" uuid, "position" int, "variantId" uuid, "title" text, "quantity" int, "priceMinor" bigint, "discountMinor" bigint, "netMinor" bigint, "taxMinor" bigint)),
      step AS (INSERT INTO "OrderStep" ("id", "orderId", "kind", "at")
        SELECT gen_random_uuid(), ${orderId}::uuid, k::"OrderStepKind", ${now}::timestamptz FROM unnest(ARRAY['PLACED', 'PAYMENT_STARTED']) AS k),
      pay AS (INSERT INTO "Payment" ("id", "orderId", "provider", "amountMinor", "currency", "createdAt")
        VALUES (${paymentId}::uuid, ${orderId}::uuid, ${gatewayFor(totalMinor)}, ${totalMinor}::bigint, ${goods.currency}, ${now}::timestamptz))
    INSERT INTO "OrderLine" ("id", "orderId", "position", "variantId", "title", "quantity", "priceMinor", "discountMinor", "netMinor", "taxMinor")
    SELECT l."id", ${orderId}::uuid, l."position", l."variantId", l."title", l."quantity", l."priceMinor", l."discountMinor", l."netMinor", l."taxMinor" FROM l`;
  if (given.length > 0)
    await db.$executeRaw`
      INSERT INTO "OrderDiscount" ("orderId", "position", "discountId", "title", "titleZh", "code", "ofShipping", "amountMinor")
      SELECT ${orderId}::uuid, g."position", g."id", g."title", g."titleZh", g."code", g."ofShipping", g."amountMinor" FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        AS g("id" uuid, "position" int, "title" text, "titleZh" text, "code" text, "ofShipping" boolean, "amountMinor" bigint)`;
  await ctx.record('order.placed', { orderId });
  const held = rows.map(({ id: lineId, variantId, quantity: units }) => ({ lineId, variantId, units }));
  return { orderId, number, paymentId, heldUntil, lines: held };
}
