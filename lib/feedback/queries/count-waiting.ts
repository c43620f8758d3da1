import type { Reading } from '@/lib/core/context';

/** How many ideas and reports wait for a decision, each counted to a hundred. One statement. */
export async function countWaitingIdeas(
  { db }: Reading,
  { productId = null }: { productId?: string | null } = {},
): Promise<{ ideas: number; reports: number }> {
  const rows = await db.$queryRaw<{ ideas: number; reports: number }[]>`
    SELECT
      (SELECT count(*)::int FROM (SELECT 1 FROM "Idea" WHERE "stage" = 'NEW' AND "kind" = 'IDEA' AND (${productId}::uuid IS NULL OR "productId" = ${productId}::uuid) LIMIT 100) i) AS ideas,
      (SELECT count(*)::int FROM (SELECT 1 FROM "Idea" WHERE "stage" = 'NEW' AND "kind" = 'REPORT' AND (${productId}::uuid IS NULL OR "productId" = ${productId}::uuid) LIMIT 100) i) AS reports`;
  return rows[0]!;
}
