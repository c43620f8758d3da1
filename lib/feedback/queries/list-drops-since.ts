import type { Reading } from '@/lib/core/context';

/** A drop of a product after something shipped in it, with how many orders were paid since. */
export type DropSince = { slug: string; title: string; titleZh: string; opensAt: Date; orders: number };

const mostDrops = 6;

/** The drops of a product that sold after a moment, first one first: what the fans' ideas moved. Counts only, of nobody in particular. */
export async function listDropsSince(
  { db }: Reading,
  { productId, since }: { productId: string; since: Date },
): Promise<DropSince[]> {
  return db.$queryRaw<DropSince[]>`
    SELECT d."slug", d."title", d."titleZh", w."opensAt",
      (SELECT count(*)::int FROM orders.kept_order o WHERE o."dropId" = d."id" AND o."paidAt" >= ${since}) AS orders
    FROM drops.drop d
    JOIN drops.opening w ON w."dropId" = d."id"
    WHERE d."productId" = ${productId}::uuid AND d."announcedAt" IS NOT NULL AND d."cancelledAt" IS NULL AND w."closesAt" > ${since}
    ORDER BY w."opensAt", d."id" LIMIT ${mostDrops}`;
}
