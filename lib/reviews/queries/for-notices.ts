import { productTitle, productHandle } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';

const product = { select: { ...productTitle, ...productHandle } } as const;

/** A review with the fields of its notices. */
export async function getReviewForNotice({ db }: Pick<Reading, 'db'>, { reviewId }: { reviewId: string }) {
  return db.review.findUnique({
    where: { id: reviewId },
    select: { id: true, memberId: true, title: true, rule: true, reason: true, state: true, product },
  });
}

/** Whom to ask for a review of what. */
export async function getRequestForNotice(
  { db }: Pick<Reading, 'db'>,
  { memberId, productId }: { memberId: string; productId: string },
) {
  return db.reviewRequest.findUnique({
    where: { memberId_productId: { memberId, productId } },
    select: { memberId: true, product },
  });
}
