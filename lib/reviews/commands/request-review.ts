import type { Ctx } from '@/lib/core/context';
import { after, day } from '@/lib/core/time';

/** So long after a product became theirs its owner is asked for a review. */
const askedAfter = 14 * day;
/** Who has owned it for longer is not asked: a server that stood still asks nobody months late. */
const askedBefore = 28 * day;

export type ToAsk = { memberId: string; productId: string };

/** Owners of some time who own it still, have said nothing of it in public and were never asked; few. */
export async function listToAsk({ db, now }: Pick<Ctx, 'db' | 'now'>, { limit }: { limit: number }): Promise<ToAsk[]> {
  return db.$queryRaw<ToAsk[]>`
    SELECT DISTINCT o."memberId", o."productId" FROM ownership.any_owner o JOIN catalog.product p ON p."id" = o."productId" AND p."status" = 'ACTIVE'
    WHERE o."now" AND o."registeredAt" > ${after(now, -askedBefore)}::timestamptz AND o."registeredAt" <= ${after(now, -askedAfter)}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM "ReviewRequest" q WHERE q."memberId" = o."memberId" AND q."productId" = o."productId")
      AND NOT EXISTS (SELECT 1 FROM "Review" r WHERE r."memberId" = o."memberId" AND r."productId" = o."productId")
    LIMIT ${limit}`;
}

/** Asks an owner for a review of a product, once; not one who gave it back meanwhile. */
export async function requestReview(ctx: Ctx, { memberId, productId }: ToAsk): Promise<boolean> {
  const owning = await ctx.db.$queryRaw<unknown[]>`
    SELECT 1 FROM ownership.current_owner o WHERE o."memberId" = ${memberId}::uuid AND o."productId" = ${productId}::uuid LIMIT 1`;
  if (owning.length === 0) return false;
  const { count } = await ctx.db.reviewRequest.createMany({
    data: [{ memberId, productId, at: ctx.now }],
    skipDuplicates: true,
  });
  if (count === 1) await ctx.emit('review.asked', { memberId, productId });
  return count === 1;
}
