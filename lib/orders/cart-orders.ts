import type { Reading } from '@/lib/core/context';
import type { OrderState } from '@/lib/core/prisma-client/enums';
import { withAmounts } from '@/lib/core/money';
import type { Raw } from '@/lib/core/raw';

export type CartOrder = {
  id: string;
  number: string;
  memberId: string;
  cartId: string;
  /** Where its buyer is written to, where that was a guest. */
  guestEmail: string | null;
  state: OrderState;
  heldUntil: Date;
  totalMinor: number;
  currency: string;
};

/** The order that one version of a cart became: of a member, or without one of a guest, whose cart the caller knows by its token. */
export async function orderOfCart(
  { db }: { db: Raw },
  { cartId, version, memberId }: { cartId: string; version: number; memberId: string | null },
): Promise<CartOrder | null> {
  const rows = await db.$queryRaw<CartOrder[]>`
    SELECT "id", "number", "memberId", "cartId", "guestEmail", "state"::text AS state, "heldUntil", "totalMinor", "currency" FROM "Order"
    WHERE "cartId" = ${cartId}::uuid AND "cartVersion" = ${version}::int
      AND CASE WHEN ${memberId}::uuid IS NULL THEN "guestEmail" IS NOT NULL ELSE "memberId" = ${memberId}::uuid AND "guestEmail" IS NULL END`;
  return withAmounts(rows)[0] ?? null;
}

/** Locks an order of the shop, so that its payments and its stock change one after another; null where there is none of that number or id. */
export async function lockCartOrder(
  { db }: { db: Raw },
  wanted: { number: string } | { id: string },
): Promise<CartOrder | null> {
  const [number, id] = ['number' in wanted ? wanted.number : null, 'id' in wanted ? wanted.id : null];
  const rows = await db.$queryRaw<CartOrder[]>`
    SELECT "id", "number", "memberId", "cartId", "guestEmail", "state"::text AS state, "heldUntil", "totalMinor", "currency" FROM "Order"
    WHERE ("number" = ${number}::text OR "id" = ${id}::uuid) AND "claimId" IS NULL FOR UPDATE`;
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

/** What an order was to buy. */
export async function listBought(
  { db }: { db: Raw },
  { orderId }: { orderId: string },
): Promise<{ variantId: string; quantity: number }[]> {
  return db.$queryRaw<{ variantId: string; quantity: number }[]>`
    SELECT "variantId", "quantity" FROM "OrderLine" WHERE "orderId" = ${orderId}::uuid ORDER BY "position"`;
}
