import { isUuid } from '@/lib/core/ids';

import { productReviewsPath } from './review-paths';

export const reviewOrders = ['new', 'helpful'] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

/** One way to look at a product's reviews, as its address says it: `/products/<handle>/reviews/<order>/<stars>/<cursor>`, or `…/one/<id>`. */
export type ReviewsView =
  { one: string } | { one?: undefined; order: ReviewOrder; stars: number | null; after: string | null };

/** The newest first, good and bad alike: what an address that asks for nothing shows. */
export const plainView = { order: 'new', stars: null, after: null } as const satisfies ReviewsView;

/** Reads the segments behind `/reviews`; null when they name no view. */
export function readReviewsView(segments: readonly string[]): ReviewsView | null {
  const [first = 'new', second = 'all', after = null, ...more] = segments;
  if (more.length > 0) return null;
  if (first === 'one') return after === null && isUuid(second) ? { one: second } : null;
  const order = reviewOrders.find((each) => each === first);
  if (!order || !/^(?:all|[1-5])$/.test(second)) return null;
  return { order, stars: second === 'all' ? null : Number(second), after };
}

/** The shortest address of a list of a product's reviews. */
export function reviewsPath(handle: string, { order, stars, after }: Exclude<ReviewsView, { one: string }>): string {
  const segments: string[] = [order, stars === null ? 'all' : String(stars)];
  if (after) return productReviewsPath(handle, ...segments, after);
  while (segments.length > 0 && segments.at(-1) === ['new', 'all'][segments.length - 1]) segments.pop();
  return productReviewsPath(handle, ...segments);
}
