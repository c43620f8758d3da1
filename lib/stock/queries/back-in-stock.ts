import { isMember } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { toldVariant } from '@/lib/catalog/published';

import { canReadStock } from '../policy';

/** Of the variants of a product those that the reader waits for; none for a guest. */
export async function listWaitedFor({ db, actor }: Reading, { handle }: { handle: string }): Promise<string[]> {
  if (!isMember(actor)) return [];
  const rows = await db.$queryRaw<{ variantId: string }[]>`
    SELECT r."variantId" FROM "BackInStockRequest" r JOIN catalog.variant v ON v."id" = r."variantId" JOIN catalog.product p ON p."id" = v."productId"
    WHERE r."memberId" = ${actor.id}::uuid AND r."toldAt" IS NULL AND p."handle" = ${handle} LIMIT 100`;
  return rows.map(({ variantId }) => variantId);
}

/** How many wait to hear of a variant; none for whoever may not see its stock. */
export async function countInLine({ db, actor }: Reading, { variantId }: { variantId: string }): Promise<number> {
  return canReadStock(actor) ? db.backInStockRequest.count({ where: { variantId, toldAt: null } }) : 0;
}

/** Who waited for what, with the names that they are told; `open` says how many can be bought, none of what is sold no more. Null where nobody waits any more. */
export async function getRequestForNotice({ db }: Pick<Reading, 'db'>, key: { variantId: string; memberId: string }) {
  const request = await db.backInStockRequest.findUnique({
    where: { variantId_memberId: key },
    select: { variant: { select: { ...{ open: true, inShop: true }, variant: { select: toldVariant } } } },
  });
  if (!request) return null;
  const { open, inShop, variant } = request.variant;
  const isSold = inShop && variant.retiredAt === null && variant.product.status === 'ACTIVE';
  return { open: isSold ? open : 0, variant };
}
