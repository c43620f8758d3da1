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

/** Locks somebody's cart and reads it: until the transaction ends nobody else changes or orders it. Null where there is none. */
export async function lockCart({ db }: Pick<Ctx<Raw>, 'db'>, owner: CartOwner): Promise<TakenCart | null> {
  const memberId = 'memberId' in owner ? owner.memberId : null;
  const digest = 'token' in owner ? cartDigest(owner.token) : null;
  const cartId = 'cartId' in owner ? owner.cartId : null;
  const [cart] = await db.$queryRaw<Omit<TakenCart, 'lines'>[]>`
    SELECT "id", "version", "code" FROM "Cart" WHERE "memberId" = ${memberId}::uuid OR "tokenDigest" = ${digest}::text OR "id" = ${cartId}::uuid FOR UPDATE`;
  if (!cart) return null;
  // A second statement: it sees what the holder of the lock has written.
  const lines = await db.$queryRaw<TakenCart['lines']>`
    SELECT l."variantId", l."quantity", l."seenAt" FROM "CartLine" l WHERE l."cartId" = ${cart.id}::uuid ORDER BY l."seenAt", l."variantId"`;
  return { ...cart, lines };
}

/** Empties a cart that became an order. */
export async function emptyCart(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  { cartId }: { cartId: string },
): Promise<void> {
  await db.$executeRaw`DELETE FROM "CartLine" WHERE "cartId" = ${cartId}::uuid`;
  await db.$executeRaw`UPDATE "Cart" SET "version" = "version" + 1, "code" = NULL, "had" = '{}', "updatedAt" = ${now}::timestamptz WHERE "id" = ${cartId}::uuid`;
}
