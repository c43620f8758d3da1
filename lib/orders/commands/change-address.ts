import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import type { Raw } from '@/lib/core/raw';
import type { StoredMarket } from '@/lib/core/market';

import { canCheckOut, type HeldUnit } from '../policy';
import { priceIn, type ShownTotal } from '../priced';
import type { Address } from '../schema';
import { addStep } from './add-step';

/** Where an order goes, as its row says it. */
export type Sent = {
  shipName: string;
  shipLine1: string;
  shipLine2: string;
  shipCity: string;
  shipRegion: string;
  shipPostcode: string;
  shipCountry: string;
  shipPhone: string;
};

/** Whether an order goes to another address than this one. */
export function goesElsewhere(
  sent: Sent,
  { name, line1, line2, city, region, postcode, country, phone }: Address,
): boolean {
  const wanted: Sent = {
    shipName: name,
    shipLine1: line1,
    shipLine2: line2,
    shipCity: city,
    shipRegion: region,
    shipPostcode: postcode,
    shipCountry: country,
    shipPhone: phone,
  };
  return (Object.keys(wanted) as (keyof Sent)[]).some((part) => wanted[part] !== sent[part]);
}

type Bill = { totalMinor: number; currency: string };
type Changing = {
  order: Sent & { id: string };
  held: HeldUnit;
  address: Address;
  market: StoredMarket;
  shown?: ShownTotal;
};

/**
 * Sends an unpaid order to another address, at the price of now in that country. Answers the order's new total, or false while a
 * payment page is open that names another: that one must be closed before, as money for it would no longer fit.
 */
export async function changeAddress(ctx: Ctx<Raw>, input: Changing): Promise<Bill | false> {
  const { order: before, held, address, market } = input;
  const orderId = before.id;
  if (!canCheckOut(held, ctx.now)) throw new Refused('hold-ended', 'This unit is no longer held for you');
  const { totals, lines, terms } = priceIn(market, { ...input, now: ctx.now });
  const [order] = await ctx.db.$queryRaw<
    { state: string }[]
  >`SELECT "state" FROM "Order" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
  if (order?.state !== 'PENDING') throw new Refused('order-moved-on', 'The order is unpaid no more');
  const [other] = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Payment" WHERE "orderId" = ${orderId}::uuid AND "state" IN ('STARTING', 'OPEN') AND ("amountMinor" <> ${totals.totalMinor}::bigint OR "currency" <> ${held.currency}) LIMIT 1`;
  if (other) return false;
  const { name, line1, line2, city, region, postcode, country, phone } = address;
  await ctx.db.$executeRaw`
    UPDATE "Order" SET "shipName" = ${name}, "shipLine1" = ${line1}, "shipLine2" = ${line2}, "shipCity" = ${city}, "shipRegion" = ${region}, "shipPostcode" = ${postcode},
      "shipCountry" = ${country}, "shipPhone" = ${phone}, "subtotalMinor" = ${totals.subtotalMinor}::bigint, "shippingMinor" = ${totals.shippingMinor}::bigint,
      "taxMinor" = ${totals.taxMinor}::bigint, "totalMinor" = ${totals.totalMinor}::bigint, "currency" = ${held.currency},
      "market" = ${market.market}::int, "marketVersion" = ${market.version}::int, "terms" = ${JSON.stringify(terms)}::jsonb WHERE "id" = ${orderId}::uuid`;
  // Goods are one unit: the bill says shipping as what the total is over their price.
  await ctx.db
    .$executeRaw`UPDATE "OrderLine" SET "priceMinor" = ${held.priceMinor}::bigint, "netMinor" = ${lines[0]!.netMinor}::bigint, "taxMinor" = ${lines[0]!.taxMinor}::bigint WHERE "orderId" = ${orderId}::uuid`;
  if (goesElsewhere(before, address)) await addStep(ctx, { orderId, kind: 'ADDRESS_CHANGED' });
  return { totalMinor: totals.totalMinor, currency: held.currency };
}
