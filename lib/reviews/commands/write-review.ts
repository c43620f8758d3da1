import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { languageOf } from '@/lib/core/language-of';
import { spend } from '@/lib/core/limits';

import { limits } from '../limits';
import type { ReviewWords } from '../schema';
import { isKnownProduct, speaker, touchReviews } from './locked';

type Written = { id: string; handle: string };

/**
 * Writes the actor's review of a product that they own or owned, or changes it, as it was before kept beside it. One that they withdrew is
 * shown again; one that staff hid stays hidden. Refuses who never owned it, and a form that showed another version.
 */
export async function writeReview(ctx: Ctx, { productId, shown, photos, ...words }: ReviewWords): Promise<Written> {
  const writer = speaker(ctx);
  found((await isKnownProduct(ctx, productId)) || null, 'product');
  await spend(ctx.db, limits.write, writer, ctx.now);
  const ownership = await proofOf(ctx, writer, productId);
  if (!ownership) throw new Refused('not-an-owner');
  if (words.releaseId && !(await isReleaseOf(ctx, words.releaseId, productId)))
    throw new Refused('invalid', 'another product’s release', { field: 'releaseId' });
  const said = { ...words, releaseId: words.releaseId ?? null, lang: languageOf(`${words.title}${words.body}`) };
  const review =
    shown === 0
      ? await begin(ctx, { ...said, productId, memberId: writer, ownershipId: ownership.id })
      : await change(ctx, { writer, productId, shown }, said);
  await putPhotos(ctx, review.id, photos);
  touchReviews(ctx, ownership);
  await ctx.record('review.written', { reviewId: review.id, version: review.version });
  return { id: review.id, handle: ownership.handle };
}

type Said = Omit<ReviewWords, 'productId' | 'shown' | 'photos' | 'releaseId'> & {
  releaseId: string | null;
  lang: string;
};
type Row = { id: string; version: number };

async function begin(
  ctx: Ctx,
  data: Said & { productId: string; memberId: string; ownershipId: string },
): Promise<Row> {
  const written = await ctx.db.review.createManyAndReturn({
    data: [{ ...data, stateAt: ctx.now, createdAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true, version: true },
  });
  // Of two tabs the second one is told that there is a review.
  if (!written[0]) throw new Refused('review-changed', 'There is one already');
  return written[0];
}

type Which = { writer: string; productId: string; shown: number };

async function change(ctx: Ctx, { writer, productId, shown }: Which, said: Said): Promise<Row> {
  const rows = await ctx.db.$queryRaw<{ id: string; version: number; state: string; hidden: boolean }[]>`
    SELECT "id", "version", "state"::text AS state, "rule" IS NOT NULL AS hidden FROM "Review"
    WHERE "productId" = ${productId}::uuid AND "memberId" = ${writer}::uuid FOR NO KEY UPDATE`;
  const before = found(rows[0], 'review');
  if (before.version !== shown) throw new Refused('review-changed', 'It has been changed meanwhile');
  await ctx.db.$executeRaw`
    INSERT INTO "ReviewRevision" ("reviewId", "version", "rating", "title", "body", "pros", "cons", "at")
    SELECT "id", "version", "rating", "title", "body", "pros", "cons", ${ctx.now}::timestamptz FROM "Review" WHERE "id" = ${before.id}::uuid`;
  const back =
    before.state === 'WITHDRAWN'
      ? { state: before.hidden ? ('HIDDEN' as const) : ('SHOWN' as const), stateAt: ctx.now, stateById: writer }
      : {};
  return ctx.db.review.update({
    where: { id: before.id },
    data: { ...said, ...back, version: before.version + 1, editedAt: ctx.now },
    select: { id: true, version: true },
  });
}

async function proofOf({ db }: Ctx, writer: string, productId: string) {
  const rows = await db.$queryRaw<{ id: string; handle: string }[]>`
    SELECT o."id", p."handle" FROM ownership.any_owner o JOIN catalog.product p ON p."id" = o."productId"
    WHERE o."memberId" = ${writer}::uuid AND o."productId" = ${productId}::uuid
    ORDER BY o."now" DESC, o."registeredAt" DESC, o."id" LIMIT 1`;
  return rows[0];
}

async function isReleaseOf({ db }: Ctx, releaseId: string, productId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM feedback.published_release r WHERE r."id" = ${releaseId}::uuid AND r."productId" = ${productId}::uuid`;
  return rows.length > 0;
}

async function putPhotos(ctx: Ctx, reviewId: string, photos: ReviewWords['photos']): Promise<void> {
  const before = await ctx.db.reviewPhoto.findMany({ where: { reviewId }, select: { fileId: true, path: true } });
  const rows = photos.flatMap(({ sha256, url }) => {
    // One that stays is one of this review; another's cannot be named into it.
    const path = url ?? before.find(({ fileId }) => fileId === sha256)?.path;
    return path ? [{ fileId: sha256, path }] : [];
  });
  await ctx.db.reviewPhoto.deleteMany({ where: { reviewId } });
  await ctx.db.reviewPhoto.createMany({ data: rows.map((row, position) => ({ reviewId, position, ...row })) });
}
