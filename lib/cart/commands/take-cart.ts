import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';

import { cartDigest } from '../token';

export type TakenCart = {
  id: string;
  version: number;
  code: string | null;
  lines: { variantId: string; quantity: number; seenAt: Date }[];
};

/** Whose cart it is: a member's, that of the guest whose browser keeps a token, or the cart itself. */
type CartOwner = { memberId: string } | { token: string } | { cartId: string };

type CartRow = Omit<TakenCart, 'lines'> & { memberId: string | null; tokenDigest: string | null };
type LineRow = TakenCart['lines'][number] & { cartId: string };

/** Locks somebody's cart and reads it: until the transaction ends nobody else changes or orders it. Null where there is none. */
export async function lockCart(ctx: Pick<Ctx<Raw>, 'db'>, owner: CartOwner): Promise<TakenCart | null> {
  return (await lockCarts(ctx, [owner]))[0] ?? null;
}

/** The same for the carts of several, locked in one order; null for each who has none. */
export async function lockCarts(
  { db }: Pick<Ctx<Raw>, 'db'>,
  owners: readonly CartOwner[],
): Promise<(TakenCart | null)[]> {
  const memberIds = owners.flatMap((owner) => ('memberId' in owner ? [owner.memberId] : []));
  const digests = owners.flatMap((owner) => ('token' in owner ? [cartDigest(owner.token)] : []));
  const ids = owners.flatMap((owner) => ('cartId' in owner ? [owner.cartId] : []));
  const carts = await db.$queryRaw<CartRow[]>`
    SELECT "id", "version", "code", "memberId", "tokenDigest" FROM "Cart"
    WHERE "memberId" = ANY (${memberIds}::uuid[]) OR "tokenDigest" = ANY (${digests}::text[]) OR "id" = ANY (${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  if (carts.length === 0) return owners.map(() => null);
  // A second statement: it sees what the holder of the lock has written.
  const lines = await db.$queryRaw<LineRow[]>`
    SELECT l."cartId", l."variantId", l."quantity", l."seenAt" FROM "CartLine" l WHERE l."cartId" = ANY (${carts.map(({ id }) => id)}::uuid[])
    ORDER BY l."seenAt", l."variantId"`;
  return owners.map((owner) => {
    const cart = carts.find((each) => isOf(each, owner));
    if (!cart) return null;
    const { id, version, code } = cart;
    const own = lines.filter(({ cartId }) => cartId === id);
    return { id, version, code, lines: own.map(({ cartId: _, ...line }) => line) };
  });
}

function isOf(cart: CartRow, owner: CartOwner): boolean {
  if ('memberId' in owner) return cart.memberId === owner.memberId;
  return 'token' in owner ? cart.tokenDigest === cartDigest(owner.token) : cart.id === owner.cartId;
}

/** Empties carts that became orders. */
export async function emptyCarts({ db, now }: Pick<Ctx<Raw>, 'db' | 'now'>, cartIds: readonly string[]): Promise<void> {
  await db.$executeRaw`
    WITH emptied AS (DELETE FROM "CartLine" WHERE "cartId" = ANY (${cartIds}::uuid[]))
    UPDATE "Cart" SET "version" = "version" + 1, "code" = NULL, "cardId" = NULL, "had" = '{}', "updatedAt" = ${now}::timestamptz WHERE "id" = ANY (${cartIds}::uuid[])`;
}
