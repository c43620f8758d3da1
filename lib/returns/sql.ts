import type { Raw } from '@/lib/core/raw';

/** A return that stays as it is until the commit; nothing where there is none. */
export async function lockReturn(db: Raw, returnId: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Return" WHERE "id" = ${returnId}::uuid FOR UPDATE`;
  return rows[0]?.id;
}
