import { productName } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { dayBegins, isNarrowed, mostFound } from '@/lib/core/list';
import { foundIn, inOrderOf, readListPage, type Found, type ListPage } from '@/lib/core/list-page';
import { Prisma } from '@/lib/core/prisma-client/client';
import { releaseVersion, titledIdea } from '@/lib/feedback/published';
import { memberName, plainName } from '@/lib/members/published';

import { reviewList, type AskedReviews } from '../list';
import { canReadReviews } from '../policy';

type Wanted = { asked: AskedReviews; zone: string };

/** One page of reviews for staff. */
export async function listStaffReviews(
  reading: Reading,
  { asked, zone }: Wanted,
): Promise<{ rows: StaffReview[]; page: ListPage; cut: boolean }> {
  if (!canReadReviews(reading.actor)) return { rows: [], page: { ids: [], count: 0 }, cut: false };
  const found = await findReviews(reading, { asked, zone });
  const page = await readListPage(reviewList, asked, { db: reading.db, zone, found });
  return { rows: await readStaffReviews(reading, page.ids), page, cut: found.cut };
}

/** Reviews of some ids as staff see them, in the order of their ids. */
export async function readStaffReviews({ db }: Pick<Reading, 'db'>, ids: string[]): Promise<StaffReview[]> {
  if (ids.length === 0) return [];
  return inOrderOf(ids, await db.review.findMany({ where: { id: { in: ids } }, select: staffFields }));
}

const staffFields = {
  ...{ id: true, rating: true, title: true, body: true, pros: true, cons: true, lang: true, state: true, rule: true },
  ...{ helpful: true, reports: true, createdAt: true, editedAt: true, ideaId: true },
  product: { select: productName },
  member: { select: memberName },
  release: { select: releaseVersion },
  answer: { select: { at: true } },
} as const satisfies Prisma.ReviewSelect;

export type StaffReview = Prisma.ReviewGetPayload<{ select: typeof staffFields }>;

/** The ids that words and the filters which no index serves leave, the latest of them where there are very many. */
export async function findReviews({ db }: Pick<Reading, 'db'>, { asked, zone }: Wanted): Promise<Found> {
  if (!isNarrowed(reviewList, asked)) return { ids: [], cut: false };
  const { product, stars, state, waiting, reported, from, until } = asked.filters;
  const conditions = [
    asked.q && Prisma.sql`array_to_tsvector(r."words") @@ search_query(${asked.q})`,
    product && Prisma.sql`r."productId" = ${product}::uuid`,
    stars && (stars === 'low' ? Prisma.sql`r."rating" <= 2` : Prisma.sql`r."rating" = ${Number(stars)}::int`),
    state && Prisma.sql`r."state" = ${state}::"ReviewState"`,
    waiting &&
      Prisma.sql`r."state" = 'SHOWN' AND r."ideaId" IS NULL AND NOT EXISTS (SELECT 1 FROM "ReviewAnswer" a WHERE a."reviewId" = r."id")`,
    reported && Prisma.sql`r."reports" > 0`,
    from && Prisma.sql`r."createdAt" >= ${dayBegins(from, zone)}::timestamptz`,
    until && Prisma.sql`r."createdAt" < ${dayBegins(until, zone, 1)}::timestamptz`,
  ].flatMap((each) => each || []);
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT r."id"::text FROM "Review" r WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY r."createdAt" DESC, r."id" DESC LIMIT ${mostFound + 1}`);
  return foundIn(rows);
}

/** One review with all that staff decide by; null to who may not read it. */
export async function getReviewCase({ db, actor }: Reading, { reviewId }: { reviewId: string }) {
  if (!isUuid(reviewId) || !canReadReviews(actor)) return null;
  return db.review.findUnique({
    where: { id: reviewId },
    select: {
      ...{ ...staffFields, memberId: true, reason: true, stateAt: true },
      stateBy: { select: plainName },
      idea: { select: titledIdea },
      photos: { orderBy: { position: 'asc' }, select: { path: true } },
      answer: { select: { body: true, at: true, editedAt: true, by: { select: plainName } } },
      revisions: {
        orderBy: { version: 'desc' },
        take: 20,
        select: { version: true, rating: true, title: true, body: true, at: true },
      },
      complaints: {
        where: { settledAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: 50,
        select: { id: true, rule: true, note: true, createdAt: true, reporter: { select: memberName } },
      },
    },
  });
}

export type ReviewCase = NonNullable<Awaited<ReturnType<typeof getReviewCase>>>;
