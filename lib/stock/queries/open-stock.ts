import type { Reading } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';

export type OpenStock = { variantId: string; open: number; inShop: boolean };

/** What is open of variants at places that sell, and whether the shop sells it; one that is not counted is left out. */
export async function listOpenStock(
  { db }: { db: Pick<Raw, '$queryRaw'> },
  { variantIds }: { variantIds: readonly string[] },
): Promise<OpenStock[]> {
  if (variantIds.length === 0) return [];
  return db.$queryRaw<OpenStock[]>`
    SELECT "id" AS "variantId", "open", "inShop" FROM "StockedVariant" WHERE "id" = ANY (${[...variantIds]}::uuid[])`;
}

/** Orders whose hold of stock has ended while they hold it still, the longest first. */
export async function listEndedHolds(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { limit }: { limit: number },
): Promise<string[]> {
  const rows = await db.stockHold.findMany({
    where: { state: 'HELD', until: { lte: now } },
    orderBy: { until: 'asc' },
    take: limit,
    select: { orderId: true },
  });
  return [...new Set(rows.map(({ orderId }) => orderId))];
}

/** Drops that were given units out of stock and still have some set aside, or owe some. */
export async function listSuppliedDrops(
  { db }: Pick<Reading, 'db'>,
  { limit, after }: { limit: number; after?: string },
): Promise<string[]> {
  const rows = await db.stockAccount.findMany({
    where: { kind: 'SET_ASIDE', units: { gt: 0 }, ...(after && { dropId: { gt: after } }) },
    distinct: ['dropId'],
    orderBy: { dropId: 'asc' },
    take: limit,
    select: { dropId: true },
  });
  return rows.flatMap(({ dropId }) => dropId ?? []);
}
