import { isAreaOff } from '@/lib/core/area-settings';
import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { localizedName } from '@/lib/core/locale';
import { notifyOf } from '@/lib/notifications/notify-of';
import { listToAsk, requestReview } from '@/lib/reviews/commands';
import { reviewsNotices } from '@/lib/reviews/notices';
import { getRequestForNotice } from '@/lib/reviews/queries';

/** Asks owners of two weeks for a review, each once for each product; nobody while the shop is off. */
export async function askForReviews(now: Date): Promise<number> {
  if (await isAreaOff('shop')) return 0;
  let asked = 0;
  for (const each of await listToAsk(reading(system, now), { limit: 200 }))
    if (await transact(requestReview)(system, each, { now })) asked += 1;
  return asked;
}

/** Puts the request before the owner, in the app and by mail. */
export const tellOfRequest = notifyOf(
  reviewsNotices['review.asked'],
  async (ctx, { payload }: RecordedEvent<'review.asked'>) => {
    const request = await getRequestForNotice(ctx, payload);
    if (!request) return null;
    const { memberId, product } = request;
    return { memberId, data: { product: localizedName(product), handle: product.handle } };
  },
);
