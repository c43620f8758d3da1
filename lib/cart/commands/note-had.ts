import type { Raw } from '@/lib/core/raw';

/** Notes in a cart, which the caller knows to be its buyer's, that they had a discount before: it is not given there. What was in the cart stays, and so does its version. */
export async function noteHad(
  { db }: { db: Raw },
  { cartId, discountId }: { cartId: string; discountId: string },
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Cart" SET "had" = array_append("had", ${discountId}::uuid) WHERE "id" = ${cartId}::uuid AND NOT ("had" @> ARRAY[${discountId}::uuid])`;
}
