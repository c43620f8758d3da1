import type { Ctx } from '@/lib/core/context';
import { readableCode, uuid7 } from '@/lib/core/ids';
import { after } from '@/lib/core/time';
import { gatewayFor } from '@/lib/outside/payments';

import { stockHoldMs } from './write-cart-order';

type Line = { lineId: string; units: number };
export type WriteReplacement = {
  /** The order whose goods are replaced, which the caller holds, and what was paid for those. */
  orderId: string;
  worthMinor: number;
  lines: readonly Line[];
  /** What it is made of: one order comes of one, however often it is asked for. */
  of: string;
};

export type WrittenReplacement = {
  orderId: string;
  number: string;
  paymentId: string;
  heldUntil: Date;
  lines: { lineId: string; variantId: string; units: number }[];
};

/**
 * Writes an order that sends pieces of an order's lines once more, to the same address and at no charge. It waits for its payment of nothing; its stock is
 * held by the caller, in the same commit.
 */
export async function writeReplacement(ctx: Ctx, input: WriteReplacement): Promise<WrittenReplacement> {
  const { db, now } = ctx;
  const { orderId: replacesId, worthMinor, lines, of } = input;
  const [orderId, paymentId, number] = [uuid7(now), uuid7(now), readableCode(10)];
  const heldUntil = after(now, stockHoldMs);
  await db.$executeRaw`
    INSERT INTO "Order" ("id", "number", "memberId", "guestEmail", "cartId", "cartVersion", "heldUntil", "replacesId", "replacesMinor", "market", "marketVersion",
      "terms", "currency", "subtotalMinor", "shippingMinor", "taxMinor", "totalMinor", "locale", "shipName", "shipLine1", "shipLine2", "shipCity", "shipRegion",
      "shipPostcode", "shipCountry", "shipPhone", "createdAt")
    SELECT ${orderId}::uuid, ${number}, o."memberId", o."guestEmail", ${of}::uuid, 1, ${heldUntil}::timestamptz, o."id", ${worthMinor}::bigint, o."market",
      o."marketVersion", o."terms", o."currency", 0, 0, 0, 0, o."locale", o."shipName", o."shipLine1", o."shipLine2", o."shipCity", o."shipRegion",
      o."shipPostcode", o."shipCountry", o."shipPhone", ${now}::timestamptz
    FROM "Order" o WHERE o."id" = ${replacesId}::uuid`;
  const replaced = await db.orderLine.findMany({
    where: { orderId: replacesId, id: { in: lines.map(({ lineId }) => lineId) } },
    orderBy: { position: 'asc' },
    select: { id: true, variantId: true, title: true },
  });
  const rows = replaced.map(({ id, variantId, title }, position) => ({
    ...{ id: uuid7(now), position, variantId, title },
    quantity: lines.find(({ lineId }) => lineId === id)!.units,
  }));
  const nothing = { priceMinor: 0, netMinor: 0, taxMinor: 0 };
  await db.orderLine.createMany({ data: rows.map((row) => ({ ...row, ...nothing, orderId })) });
  await db.orderStep.createMany({
    data: (['PLACED', 'PAYMENT_STARTED'] as const).map((kind) => ({ orderId, kind, at: now })),
  });
  await db.$executeRaw`
    INSERT INTO "Payment" ("id", "orderId", "provider", "amountMinor", "currency", "createdAt")
    SELECT ${paymentId}::uuid, o."id", ${gatewayFor(0)}, 0, o."currency", ${now}::timestamptz FROM "Order" o WHERE o."id" = ${orderId}::uuid`;
  await ctx.record('order.placed', { orderId });
  const held = rows.map(({ id: lineId, variantId, quantity: units }) => ({ lineId, variantId, units }));
  return { orderId, number, paymentId, heldUntil, lines: held };
}
