/** Thousands of orders of three drops by one statement: what a list costs shows only among many. */
import { pool } from '@/lib/core/db';

import { makeDrop } from './drop-factories';
import { soldHere } from './market';
import { makeHold } from './order-factories';

export type ManyOrders = { drop: string; shippedDrop: string; rareDrop: string; buyer: string };

// To write what each is found by takes longer than all the rest.
const searchable = 3_000;

/** Orders a minute apart, the first the newest. All of the second half are shipped, and of another drop; the twenty oldest are of a third one. */
export async function makeManyOrders(count: number): Promise<ManyOrders> {
  const { drop, buyer } = await makeHold();
  const [other, rare] = [await makeDrop(), await makeDrop()];
  await pool.query(
    `INSERT INTO "Claim" ("id", "dropId", "allotmentId", "memberId", "state", "heldUntil", "createdAt")
     SELECT md5('many' || i)::uuid, $1, $2, $3, 'RELEASED', now(), now() FROM generate_series(1, $4::int) i`,
    [drop.id, drop.allotmentIds[0], buyer.id, count],
  );
  await pool.query('ALTER TABLE "Order" DISABLE TRIGGER "Order_words"');
  await pool.query(
    `INSERT INTO "Order" ("id", "number", "memberId", "claimId", "dropId", "state", "market", "marketVersion", "terms", "currency", "subtotalMinor", "shippingMinor", "taxMinor", "totalMinor",
      "shipName", "shipLine1", "shipCity", "shipPostcode", "shipCountry", "shipPhone", "createdAt")
     SELECT md5('many' || i)::uuid, 'M' || i, $1, md5('many' || i)::uuid, CASE WHEN i > $5 - 20 THEN $4::uuid WHEN i > $5 / 2 THEN $3::uuid ELSE $2::uuid END,
      (CASE WHEN i > $5 / 2 THEN 'SHIPPED' WHEN i % 100 = 0 THEN 'PENDING' WHEN i % 3 = 0 THEN 'PAID' ELSE 'DELIVERED' END)::"OrderState",
      $6, $7, $8::jsonb, CASE WHEN i % 50 = 0 THEN 'EUR' ELSE 'USD' END, 10000 + i % 977, 0, 0, 10000 + i % 977,
      'Ada Walker' || i, i || ' Mill Lane', 'Utrecht', '3511 AB', 'NL', '+31 30 ' || 1000000 + i, '2026-06-01'::timestamptz - i * interval '1 minute'
     FROM generate_series(1, $5::int) i`,
    [
      buyer.id,
      drop.id,
      other.id,
      rare.id,
      count,
      soldHere.market,
      soldHere.marketVersion,
      JSON.stringify(soldHere.terms),
    ],
  );
  await pool.query('ALTER TABLE "Order" ENABLE TRIGGER "Order_words"');
  // Those that can be sent have something in them.
  await pool.query(
    `INSERT INTO "OrderLine" ("id", "orderId", "variantId", "title", "quantity", "priceMinor", "netMinor", "taxMinor")
     SELECT md5('line' || "number")::uuid, "id", $1, 'One', 1, "totalMinor", "totalMinor", 0 FROM "Order" WHERE "dropId" = ANY ($2::uuid[]) AND "state" = 'PAID'`,
    [drop.variantIds[0], [drop.id, other.id, rare.id]],
  );
  await pool.query(`SELECT keep_order_words(md5('many' || i)::uuid) FROM generate_series(1, ${searchable}) i`);
  await pool.query('VACUUM ANALYZE "Order", "OrderWords"');
  return { drop: drop.id, shippedDrop: other.id, rareDrop: rare.id, buyer: buyer.id };
}
