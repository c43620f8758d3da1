import type { Ctx } from '@/lib/core/context';

export type Told = { id: string; email: string; locale: string };

/** Marks an address as told that the site is open, and answers it; null where it left, was told, or another worker is telling it. */
export async function markTold({ db, now }: Ctx, { id }: { id: string }): Promise<Told | null> {
  const [told] = await db.$queryRaw<Told[]>`
    UPDATE "NewsConsent" SET "toldAt" = ${now}::timestamptz WHERE "id" = (
      SELECT "id" FROM "NewsConsent" WHERE "id" = ${id}::uuid AND "toldAt" IS NULL AND "confirmedAt" IS NOT NULL AND "leftAt" IS NULL
      FOR UPDATE SKIP LOCKED)
    RETURNING "id", "email", "locale"`;
  return told ?? null;
}
