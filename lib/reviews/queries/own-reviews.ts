import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { productName } from '@/lib/catalog/published';

type Named = { handle: string; title: string; titleZh: string };

/** What the actor wrote, the newest first, and the products of theirs that they have said nothing of. Two statements. */
export async function listOwnReviews({ db, actor }: Reading) {
  const writer = memberId(actor);
  if (!writer) return { reviews: [], toReview: [] };
  const reviews = await db.review.findMany({
    where: { memberId: writer },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { ...ownFields, helpful: true, product: { select: productName }, answer: { select: { at: true } } },
  });
  const toReview = await db.$queryRaw<Named[]>`
    SELECT p."handle", p."title", p."titleZh" FROM catalog.product p
    WHERE p."known" AND p."id" IN (SELECT o."productId" FROM ownership.any_owner o WHERE o."memberId" = ${writer}::uuid)
      AND NOT EXISTS (SELECT 1 FROM "Review" r WHERE r."memberId" = ${writer}::uuid AND r."productId" = p."id")
    ORDER BY p."createdAt" DESC, p."id" LIMIT 50`;
  return { reviews, toReview };
}

export type OwnReview = Awaited<ReturnType<typeof listOwnReviews>>['reviews'][number];

const ownFields = {
  id: true,
  rating: true,
  title: true,
  body: true,
  state: true,
  rule: true,
  reason: true,
  version: true,
  createdAt: true,
  editedAt: true,
} as const;

/** What a member needs to write of a product or to change what they wrote; null where they own none and never did. Four statements at most. */
export async function getReviewToWrite({ db, actor }: Reading, { handle }: { handle: string }) {
  const writer = memberId(actor);
  if (!writer) return null;
  const products = await db.$queryRaw<(Named & { id: string })[]>`
    SELECT p."id", p."handle", p."title", p."titleZh" FROM catalog.product p
    WHERE p."handle" = ${handle} AND p."known" AND EXISTS (
      SELECT 1 FROM ownership.any_owner o WHERE o."memberId" = ${writer}::uuid AND o."productId" = p."id")`;
  const product = products[0];
  if (!product) return null;
  const releases = await db.$queryRaw<{ id: string; version: string }[]>`
    SELECT r."id", r."version" FROM feedback.published_release r
    WHERE r."productId" = ${product.id}::uuid ORDER BY r."publishedAt" DESC, r."id" LIMIT 20`;
  const review = await db.review.findUnique({
    where: { productId_memberId: { productId: product.id, memberId: writer } },
    select: {
      ...{ ...ownFields, pros: true, cons: true, releaseId: true },
      photos: { orderBy: { position: 'asc' }, select: { fileId: true, path: true } },
      revisions: {
        orderBy: { version: 'desc' },
        take: 20,
        select: { version: true, rating: true, title: true, body: true, at: true },
      },
    },
  });
  return { product, releases, review };
}

export type ReviewToWrite = NonNullable<Awaited<ReturnType<typeof getReviewToWrite>>>;
