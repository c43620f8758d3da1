import { reading } from '@/lib/core/context';
import { countHidden, findReviewed, getReviewSummary, listNewestReviews, listReviews } from '@/lib/reviews/queries';
import { readReviewsView } from '@/lib/reviews/choices/reviews-view';
import { live } from '@/lib/web/live';

/** What owners say, as a product's own page shows it. */
export async function productReviews(productId: string, handle: string) {
  'use cache';
  live(`reviews:${handle}`);
  const about = { productId };
  return { summary: await getReviewSummary(reading(), about), newest: await listNewestReviews(reading(), about) };
}

/** One view of a product's reviews by the segments of its address, or null. */
export async function reviewsPage(handle: string, segments: string[]) {
  'use cache';
  live('products', `product:${handle}`, `reviews:${handle}`);
  const view = readReviewsView(segments);
  const product = view && (await findReviewed(reading(), { handle }));
  if (!view || !product) return null;
  const about = { productId: product.id };
  const page = await listReviews(reading(), { ...about, view });
  if (!page) return null;
  return {
    ...{ product, view, page },
    summary: await getReviewSummary(reading(), about),
    hidden: await countHidden(reading(), about),
  };
}
