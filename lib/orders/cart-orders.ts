import type { Reading } from '@/lib/core/context';
import type { OrderState } from '@/lib/core/prisma-client/enums';
import { withAmounts } from '@/lib/core/money';
import { Prisma } from '@/lib/core/prisma-client/client';
import type { Raw } from '@/lib/core/raw';

import { companyColumn, type OrderCompany } from './company';
import type { Sent } from './commands/change-address';

export type CartOrder = Sent & {
  id: string;
  number: string;
  memberId: string;
  /** Where a guest who ordered it is written to. */
  guestEmail: string | null;
  state: OrderState;
  heldUntil: Date;
  totalMinor: number;
  /** How much of it was to be paid with credit. */
  creditMinor: number;
  currency: string;
  /** The company that its invoice is for. */
  company: OrderCompany | null;
};

const columns = Prisma.sql`o."id", o."number", o."memberId", o."guestEmail", o."state"::text AS state, o."heldUntil", o."totalMinor", o."creditMinor", o."currency", o."shipName",
  o."shipLine1", o."shipLine2", o."shipCity", o."shipRegion", o."shipPostcode", o."shipCountry", o."shipPhone", ${companyColumn} AS company`;

export type VersionOfCart = { cartId: string; version: number; memberId: string | null };

/**
 * The orders that versions of carts became, locked in one order and as by `lockCartOrder`: of a member, or without one of a guest, whose cart the
 * caller knows by its token. Null for each that became none. The caller holds the carts.
 */
export async function lockOrdersOfCarts(
  { db }: { db: Raw },
  versions: readonly VersionOfCart[],
): Promise<(CartOrder | null)[]> {
  if (versions.length === 0) return [];
  const wanted = JSON.stringify(versions.map((each, place) => ({ ...each, place })));
  const rows = await db.$queryRaw<(CartOrder & { wanted: number })[]>`
    SELECT w.place AS wanted, ${columns}
    FROM jsonb_to_recordset(${wanted}::jsonb) AS w(place int, "cartId" uuid, version int, "memberId" uuid)
      JOIN "Order" o ON o."cartId" = w."cartId" AND o."cartVersion" = w.version
        AND CASE WHEN w."memberId" IS NULL THEN o."guestEmail" IS NOT NULL ELSE o."memberId" = w."memberId" AND o."guestEmail" IS NULL END
    ORDER BY o."id" FOR UPDATE OF o`;
  const found = new Map(withAmounts(rows).map(({ wanted: place, ...order }) => [place, order]));
  return versions.map((_, place) => found.get(place) ?? null);
}

/**
 * How many orders of the shop wait for their payment, and hold stock: of each of several members, or of guests with an address. What guests order
 * under the address of a member counts for them alone, so that nobody keeps a member from ordering.
 */
export async function countWaiting(
  { db }: { db: Raw },
  by: readonly ({ memberId: string } | { guestEmail: string })[],
): Promise<number[]> {
  if (by.length === 0) return [];
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT (SELECT count(*)::int FROM "Order" o WHERE o."memberId" = w."memberId" AND o."guestEmail" IS NULL AND o."state" = 'PENDING' AND o."heldUntil" IS NOT NULL)
      + (SELECT count(*)::int FROM "Order" o WHERE o."guestEmail" = w."guestEmail" AND o."state" = 'PENDING' AND o."heldUntil" IS NOT NULL) AS count
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(by)}::jsonb) AS ("memberId" uuid, "guestEmail" text)) WITH ORDINALITY AS w("memberId", "guestEmail", place)
    ORDER BY w.place`;
  return rows.map(({ count }) => count);
}

/**
 * Has others who order as a guest with one of these addresses wait until the commit: by the cart alone, of which one browser may have many, each would
 * count the orders before it and none beside it. The caller holds the carts, and takes stock afterwards.
 */
export async function lockGuests({ db }: { db: Raw }, emails: readonly string[]): Promise<void> {
  if (emails.length === 0) return;
  await db.$executeRaw`
    SELECT pg_advisory_xact_lock(k.key) FROM (
      SELECT DISTINCT hashtextextended('orders:guest ' || e, 0) AS key FROM unnest(${[...emails]}::text[]) AS e ORDER BY 1 OFFSET 0) k`;
}

/** Whose cart takes back what an order of the shop was to buy: its member's, or of a guest the cart that it was made of. Null where there is no such order. */
export async function getCartOwner(
  { db }: { db: Raw },
  { orderId }: { orderId: string },
): Promise<{ memberId: string } | { cartId: string } | null> {
  const [row] = await db.$queryRaw<{ memberId: string; cartId: string; isGuests: boolean }[]>`
    SELECT "memberId", "cartId", "guestEmail" IS NOT NULL AS "isGuests" FROM "Order" WHERE "id" = ${orderId}::uuid AND "claimId" IS NULL`;
  if (!row) return null;
  return row.isGuests ? { cartId: row.cartId } : { memberId: row.memberId };
}

/** Locks an order of the shop, so that its payments and its stock change one after another; null where there is none of that number or id. */
export async function lockCartOrder(
  { db }: { db: Raw },
  wanted: { number: string } | { id: string },
): Promise<CartOrder | null> {
  const [number, id] = ['number' in wanted ? wanted.number : null, 'id' in wanted ? wanted.id : null];
  const rows = await db.$queryRaw<CartOrder[]>`
    SELECT ${columns} FROM "Order" o WHERE (o."number" = ${number}::text OR o."id" = ${id}::uuid) AND o."claimId" IS NULL FOR UPDATE`;
  return withAmounts(rows)[0] ?? null;
}

/** Unpaid orders of the shop whose stock was held until a moment that is over. */
export async function listEndedOrders(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { limit }: { limit: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Order" WHERE "state" = 'PENDING' AND "heldUntil" IS NOT NULL AND "heldUntil" <= ${now}::timestamptz ORDER BY "heldUntil" LIMIT ${limit}::int`;
  return rows.map(({ id }) => id);
}

/** The payments of an order that a gateway may still take money for. */
export async function listPaymentsToClose({ db }: { db: Raw }, { orderId }: { orderId: string }): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Payment" WHERE "orderId" = ${orderId}::uuid AND "state" IN ('STARTING', 'OPEN') ORDER BY "createdAt"`;
  return rows.map(({ id }) => id);
}

/** The code of a discount that an order was made with; null without one. */
export async function getOrderCode({ db }: { db: Raw }, { orderId }: { orderId: string }): Promise<string | null> {
  const [row] = await db.$queryRaw<{ code: string }[]>`
    SELECT "code" FROM "OrderDiscount" WHERE "orderId" = ${orderId}::uuid AND "code" IS NOT NULL LIMIT 1`;
  return row?.code ?? null;
}

/** What an order was to buy. */
export async function listBought(
  { db }: { db: Raw },
  { orderId }: { orderId: string },
): Promise<{ variantId: string; quantity: number }[]> {
  return db.$queryRaw<{ variantId: string; quantity: number }[]>`
    SELECT "variantId", "quantity" FROM "OrderLine" WHERE "orderId" = ${orderId}::uuid ORDER BY "position"`;
}
