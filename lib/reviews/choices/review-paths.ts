import { path } from '@/lib/core/paths';

// Not in a paths.ts: those are loaded by every page, the drop's too, and these are needed by few.
/** A member's own reviews. */
export const ownReviewsPath = (): string => path('reviews');

/** Where an owner reviews a product. */
export const writeReviewPath = (handle: string): string => path('reviews', handle);

/** What owners say of a product. */
export const productReviewsPath = (handle: string, ...view: string[]): string =>
  path('products', handle, 'reviews', ...view);

/** The address of one review. */
export const reviewPath = (handle: string, id: string): string => productReviewsPath(handle, 'one', id);
