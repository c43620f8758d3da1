import { readCursor, writeCursor } from '@/lib/core/cursor';
import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';

import type { ReviewRuleName } from '../choices/rules';
import type { ReviewsView } from '../choices/reviews-view';
import { readShown, type ShownReview } from './shown';

/** How many shown reviews have so many stars (`counts[0]` are those with one), their mean, null where there are none, and how many are hidden. */
export type ReviewSummary = { counts: number[]; total: number; mean: number | null; hidden: number };

/** The numbers of a product's reviews. One statement. */
export async function getReviewSummary(
  { db }: Pick<Reading, 'db'>,
  { productId }: { productId: string },
): Promise<ReviewSummary> {
  const sum = await db.reviewSum.findUnique({ where: { productId } });
  const counts = sum ? [sum.stars1, sum.stars2, sum.stars3, sum.stars4, sum.stars5] : [0, 0, 0, 0, 0];
  return { ...meanOf(counts), counts, hidden: sum?.hidden ?? 0 };
}

/** The arithmetic mean of the stars, each review counting as much as any other. */
export function meanOf(counts: readonly number[]): { total: number; mean: number | null } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const stars = counts.reduce((sum, count, at) => sum + count * (at + 1), 0);
  return { total, mean: total === 0 ? null : stars / total };
}

export const reviewsPerPage = 20;

/** The newest reviews of a product, few, for its own page. */
export const listNewestReviews = (reading: Pick<Reading, 'db'>, { productId }: { productId: string }) =>
  readShown(reading, { where: { productId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 3 });

export type ReviewsPage = { rows: ShownReview[]; next: string | null };

/** One page of a product's shown reviews in a view; null where it names one review that is not shown. */
export async function listReviews(
  reading: Pick<Reading, 'db'>,
  { productId, view }: { productId: string; view: ReviewsView },
): Promise<ReviewsPage | null> {
  if (view.one !== undefined) {
    const rows = await readShown(reading, { where: { productId, id: view.one }, take: 1 });
    return rows.length > 0 ? { rows, next: null } : null;
  }
  const { order, stars, after } = view;
  const from = after === null ? null : readCursor(after, order === 'helpful' ? mostVotes : undefined);
  if (after !== null && !from) return null;
  const by = order === 'helpful' ? ('helpful' as const) : ('createdAt' as const);
  const place = from && (by === 'helpful' ? from.value : new Date(from.value));
  const rows = await readShown(reading, {
    where: {
      ...{ productId, ...(stars !== null && { rating: stars }) },
      ...(from && { OR: [{ [by]: { lt: place } }, { [by]: place, id: { lt: from.id } }] }),
    },
    orderBy: [{ [by]: 'desc' }, { id: 'desc' }] as Prisma.ReviewOrderByWithRelationInput[],
    take: reviewsPerPage + 1,
  });
  const last = rows.length > reviewsPerPage ? rows[reviewsPerPage - 1]! : null;
  return { rows: rows.slice(0, reviewsPerPage), next: last && writeCursor(last[by], last.id) };
}

const mostVotes = 2_000_000_000;

/** How many reviews of a product are hidden by which rule. */
export async function countHidden(
  { db }: Pick<Reading, 'db'>,
  { productId }: { productId: string },
): Promise<{ rule: ReviewRuleName; count: number }[]> {
  return db.$queryRaw<{ rule: ReviewRuleName; count: number }[]>`
    SELECT r."rule"::text AS rule, count(*)::int AS count FROM "Review" r
    WHERE r."productId" = ${productId}::uuid AND r."state" = 'HIDDEN' GROUP BY 1 ORDER BY 2 DESC, 1`;
}

/** A product as pages about what its owners say name it; null where nobody may know of it. */
export async function findReviewed(
  { db }: Pick<Reading, 'db'>,
  { handle }: { handle: string },
): Promise<{ id: string; handle: string; title: string; titleZh: string } | null> {
  const rows = await db.$queryRaw<{ id: string; handle: string; title: string; titleZh: string }[]>`
    SELECT p."id", p."handle", p."title", p."titleZh" FROM catalog.product p WHERE p."handle" = ${handle} AND p."status" = 'ACTIVE'`;
  return rows[0] ?? null;
}
