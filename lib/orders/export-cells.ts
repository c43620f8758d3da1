import type { Reading } from '@/lib/core/context';
import { inOrderOf } from '@/lib/core/list-page';
import { plainAmount } from '@/lib/core/money';
import { Prisma } from '@/lib/core/prisma-client/client';

/** The first line of a file of orders; programs read it, so that it is not translated. */
export const orderHead = [
  'number',
  'placed_at',
  'state',
  'drop',
  'items',
  'skus',
  'currency',
  'subtotal',
  'shipping',
  'tax',
  'total',
  'refunded',
  'buyer',
  'email',
  'ship_name',
  'ship_line1',
  'ship_line2',
  'ship_city',
  'ship_region',
  'ship_postcode',
  'ship_country',
  'ship_phone',
  'tracking',
  'company',
  'tax_number',
];

type Row = {
  id: string;
  number: string;
  createdAt: Date;
  state: string;
  /** None of an order of the shop. */
  drop: string | null;
  items: string | null;
  skus: string | null;
  currency: string;
  subtotal: number;
  shipping: number;
  tax: number;
  total: number;
  refunded: number;
  /** Null for a customer without an account. */
  handle: string | null;
  email: string | null;
  shipName: string;
  shipLine1: string;
  shipLine2: string;
  shipCity: string;
  shipRegion: string;
  shipPostcode: string;
  shipCountry: string;
  shipPhone: string;
  tracking: string | null;
  company: string | null;
  taxNumber: string | null;
};

/** The cells of orders with all that packing and bookkeeping need, addresses too; the flow has asked for the permission. */
export async function orderCells(
  { db }: Pick<Reading, 'db'>,
  { ids }: { ids: string[] },
): Promise<(string | null)[][]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT o."id"::text, o."number", o."createdAt", o."state"::text, d."title" AS "drop", o."currency", o."subtotalMinor"::float8 AS "subtotal",
      o."shippingMinor"::float8 AS "shipping", o."taxMinor"::float8 AS "tax", o."totalMinor"::float8 AS "total", p."handle", coalesce(o."guestEmail", m."email") AS "email",
      o."shipName", o."shipLine1", o."shipLine2", o."shipCity", o."shipRegion", o."shipPostcode", o."shipCountry", o."shipPhone",
      (SELECT string_agg(l."quantity" || ' × ' || l."title", '; ' ORDER BY l."position") FROM "OrderLine" l WHERE l."orderId" = o."id") AS "items",
      (SELECT string_agg(l."quantity" || ' × ' || coalesce(v."sku", '–'), '; ' ORDER BY l."position")
        FROM "OrderLine" l JOIN catalog.variant v ON v."id" = l."variantId" WHERE l."orderId" = o."id") AS "skus",
      (SELECT coalesce(sum(r."amountMinor"), 0)::float8 FROM "Refund" r WHERE r."orderId" = o."id" AND r."state" = 'DONE') AS "refunded",
      (SELECT string_agg(s."carrier" || ' ' || s."tracking", '; ' ORDER BY s."shippedAt") FROM "Shipment" s WHERE s."orderId" = o."id") AS "tracking", i."name" AS "company", i."taxNumber"
    FROM "Order" o LEFT JOIN "OrderCompany" i ON i."orderId" = o."id" LEFT JOIN drops.drop d ON d."id" = o."dropId" JOIN members.named p ON p."id" = o."memberId" JOIN members.mailbox m ON m."id" = o."memberId"
    WHERE o."id" = ANY(${ids}::uuid[])`);
  return inOrderOf(ids, rows).map((row) => [
    row.number,
    row.createdAt.toISOString(),
    row.state,
    row.drop,
    row.items,
    row.skus,
    row.currency,
    ...[row.subtotal, row.shipping, row.tax, row.total, row.refunded].map((minor) => plainAmount(minor, row.currency)),
    row.handle,
    row.email,
    row.shipName,
    row.shipLine1,
    row.shipLine2,
    row.shipCity,
    row.shipRegion,
    row.shipPostcode,
    row.shipCountry,
    row.shipPhone,
    row.tracking,
    row.company,
    row.taxNumber || null,
  ]);
}
