import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import type { ReviewRule, ReviewState } from '@/lib/core/prisma-client/enums';

import { refusalToSpeak } from '../policy';

export type LockedReview = {
  id: string;
  memberId: string;
  productId: string;
  state: ReviewState;
  rule: ReviewRule | null;
  version: number;
  ideaId: string | null;
  title: string;
  body: string;
  lang: string;
  handle: string;
};

/** A review with its row locked, so that what is decided about it is decided one after the other; refuses where there is none. */
export async function lockReview(ctx: Pick<Ctx, 'db'>, reviewId: string): Promise<LockedReview> {
  const rows = await ctx.db.$queryRaw<LockedReview[]>`
    SELECT r."id", r."memberId", r."productId", r."state"::text AS state, r."rule"::text AS rule, r."version", r."ideaId", r."title", r."body", r."lang",
      (SELECT p."handle" FROM catalog.product p WHERE p."id" = r."productId") AS handle
    FROM "Review" r WHERE r."id" = ${reviewId}::uuid FOR NO KEY UPDATE OF r`;
  return found(rows[0], 'review');
}

/** The same for what members do with others' reviews: what is not shown is not there. */
export async function lockShownReview(ctx: Pick<Ctx, 'db'>, reviewId: string): Promise<LockedReview> {
  const review = await lockReview(ctx, reviewId);
  return found(review.state === 'SHOWN' && (await isKnownProduct(ctx, review.productId)) ? review : null, 'review');
}

/** The member who acts; refuses guests, and members whose address is not confirmed. */
export function speaker(ctx: Pick<Ctx, 'actor'>): string {
  const refusal = refusalToSpeak(ctx.actor);
  const id = memberId(ctx.actor);
  if (refusal || !id) throw new Refused(refusal ?? 'signed-out');
  return id;
}

/** Whether everyone may know of a product. */
export async function isKnownProduct({ db }: Pick<Ctx, 'db'>, productId: string): Promise<boolean> {
  const rows = await db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM catalog.product p WHERE p."id" = ${productId}::uuid AND p."known"`;
  return rows.length > 0;
}

/** The same, of a product by its id. */
export async function touchQuestions(ctx: Pick<Ctx, 'db' | 'touch'>, productId: string): Promise<void> {
  const rows = await ctx.db.$queryRaw<
    { handle: string }[]
  >`SELECT p."handle" FROM catalog.product p WHERE p."id" = ${productId}::uuid`;
  for (const row of rows) touchReviews(ctx, row);
}

/** Marks what everybody reads of a product's reviews as changed. */
export const touchReviews = (ctx: Pick<Ctx, 'touch'>, { handle }: { handle: string }): void =>
  ctx.touch(`product:${handle}`, `reviews:${handle}`);
