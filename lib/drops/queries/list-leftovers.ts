import type { Reading } from '@/lib/core/context';

/** Drops with units left in a wave that is over and another wave after it; a ranked wave counts once its units were given. */
export async function listLeftovers({ db, now }: Reading, { limit }: { limit: number }): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT d."id" FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" JOIN "Allotment" a ON a."waveId" = w."id" AND a."remaining" > 0
    WHERE w."closesAt" <= ${now}::timestamptz AND d."announcedAt" IS NOT NULL AND d."cancelledAt" IS NULL
      AND (w."decidedAt" IS NOT NULL OR (d."mode" = 'FIRST_COME' AND d."fairSeconds" = 0))
      AND EXISTS (SELECT 1 FROM "Wave" n WHERE n."dropId" = w."dropId" AND n."number" > w."number")
    LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
