import type { Reading } from '@/lib/core/context';

/** Drops that were given units out of stock and still have some set aside. */
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
