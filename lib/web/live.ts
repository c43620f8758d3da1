import { cacheLife, cacheTag } from 'next/cache';

/** Tag of all cached public data, for when a process may have missed what changed. */
export const everything = 'everything';

/** Inside a `'use cache'` function: public data that lives until one of its tags is touched, five seconds at most unseen. */
export function live(...tags: string[]): void {
  cacheLife('live');
  cacheTag(everything, ...tags);
}
