import { cacheLife, cacheTag } from 'next/cache';

import { everything } from '@/lib/core/tags';

/** Inside a `'use cache'` function: public data that lives until one of its tags is touched, five seconds at most unseen. */
export function live(...tags: string[]): void {
  cacheLife('live');
  cacheTag(everything, ...tags);
}
