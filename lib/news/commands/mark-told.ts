import type { Ctx } from '@/lib/core/context';

export type Told = { id: string; email: string; locale: string };

/** Marks some of those on the list as told that the site is open, and answers them. Of several workers each takes others. */
export async function markTold({ db, now }: Ctx, { most }: { most: number }): Promise<Told[]> {
  return db.$queryRaw<Told[]>`
    UPDATE "NewsConsent" SET "toldAt" = ${now}::timestamptz WHERE "id" IN (
      SELECT "id" FROM "NewsConsent" WHERE "toldAt" IS NULL AND "confirmedAt" IS NOT NULL AND "leftAt" IS NULL
      ORDER BY "confirmedAt" LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING "id", "email", "locale"`;
}
