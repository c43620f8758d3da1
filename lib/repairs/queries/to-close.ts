import type { Reading } from '@/lib/core/context';
import { after, day } from '@/lib/core/time';

/** After how many days a repair that was handed over ends by itself. */
export const closesAfterDays = 14;

/** Repairs that were handed over so long ago that they end by themselves, the oldest first; not those whose unit was kept. */
export async function listToClose(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { limit }: { limit: number },
): Promise<string[]> {
  const rows = await db.repair.findMany({
    where: {
      ...{ state: 'HANDED_OVER', handedBy: { in: ['SHIPPED', 'COLLECTED'] } },
      handedOverAt: { lte: after(now, -closesAfterDays * day) },
    },
    orderBy: { handedOverAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
