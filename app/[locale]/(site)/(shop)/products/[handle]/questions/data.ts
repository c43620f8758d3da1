import { reading } from '@/lib/core/context';
import { findReviewed, listNewestQuestions, listQuestions } from '@/lib/reviews/queries';
import { live } from '@/lib/web/live';

/** What shoppers asked, as a product's own page shows it. */
export async function productQuestions(productId: string, handle: string) {
  'use cache';
  live(`reviews:${handle}`);
  return listNewestQuestions(reading(), { productId });
}

/** One view of a product's questions by the segments of its address, or null. */
export async function questionsPage(handle: string, segments: string[]) {
  'use cache';
  live('products', `product:${handle}`, `reviews:${handle}`);
  const product = await findReviewed(reading(), { handle });
  const page = product && (await listQuestions(reading(), { productId: product.id, segments }));
  return product && page && { product, page, segments };
}
