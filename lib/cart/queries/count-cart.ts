import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';

import { cartDigest } from '../token';

/** How many pieces are in the actor's cart, a guest's cart of the same browser with it as it will be taken over. One statement. */
export async function countCart(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  { token }: { token: string | null },
): Promise<number> {
  const [member, digest] = [memberId(actor), token === null ? null : cartDigest(token)];
  const [row] = await db.$queryRaw<{ units: number }[]>`
    SELECT coalesce(sum(most.units), 0)::int AS units FROM (
      SELECT max(l."quantity") AS units FROM "Cart" c JOIN "CartLine" l ON l."cartId" = c."id"
      WHERE c."memberId" = ${member}::uuid OR c."tokenDigest" = ${digest}::text GROUP BY l."variantId") most`;
  return row!.units;
}
