import type { Reading } from '@/lib/core/context';

export type DueWave = { id: string; dropId: string; slug: string; handle: string };

/** Waves whose entries are to be ranked and whose units are to be given now, by their opening. */
export async function listDueWaves(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { limit }: { limit: number },
): Promise<DueWave[]> {
  return db.$queryRaw<DueWave[]>`
    SELECT w."id", w."dropId", d."slug", p."handle"
    FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" JOIN catalog.product p ON p."id" = d."productId"
    WHERE w."decidedAt" IS NULL AND w."seed" IS NOT NULL AND w."opensAt" <= ${now}::timestamptz
      AND d."announcedAt" IS NOT NULL AND d."cancelledAt" IS NULL AND wave_due(w, d) <= ${now}::timestamptz
    ORDER BY w."opensAt" LIMIT ${limit}`;
}
