import type { Reading } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { localizedName } from '@/lib/core/locale';
import { notifyOf } from '@/lib/notifications/notify-of';
import { reviewsNotices } from '@/lib/reviews/notices';
import { getReviewForNotice } from '@/lib/reviews/queries';
import { reviewPath } from '@/lib/reviews/choices/review-paths';

type About = { reviewId: string };

/** Tells a writer by which rule their review was hidden, and why. */
export const tellOfHiding = notifyOf(
  reviewsNotices['review.hidden'],
  async (ctx, { payload }: RecordedEvent<'review.hidden'>) => {
    const told = await toldOf(ctx, payload);
    if (!told?.review.rule) return null;
    const { rule, reason } = told.review;
    return { memberId: told.memberId, data: { ...told.data, rule, reason } };
  },
);

/** Tells a writer that their review is shown again. */
export const tellOfRestoring = notifyOf(
  reviewsNotices['review.restored'],
  async (ctx, { payload }: RecordedEvent<'review.restored'>) => {
    const told = await toldOf(ctx, payload);
    return told && told.review.state === 'SHOWN' ? { memberId: told.memberId, data: told.data } : null;
  },
);

/** Tells a writer that the brand answered their review. */
export const tellOfAnswer = notifyOf(
  reviewsNotices['review.answered'],
  async (ctx, { payload }: RecordedEvent<'review.answered'>) => {
    const told = await toldOf(ctx, payload);
    if (!told) return null;
    return { memberId: told.memberId, data: { ...told.data, path: reviewPath(told.data.handle, payload.reviewId) } };
  },
);

async function toldOf(ctx: Pick<Reading, 'db'>, { reviewId }: About) {
  const review = await getReviewForNotice(ctx, { reviewId });
  if (!review) return null;
  const { product, memberId } = review;
  return { memberId, review, data: { product: localizedName(product), handle: product.handle } };
}
