import { listen, type Listener } from '@/lib/core/listen';
import { log } from '@/lib/core/log';
import { everything, tagChannel } from '@/lib/core/tags';

import { mostTags, signInvalidationMessage, tagsPath } from './invalidation-message';

/** Posts a text to the process's own pages and answers the status. */
type Post = (path: string, body: string, headers: Record<string, string>) => Promise<number>;

/**
 * Listens for invalidations of cache tags by any process (LISTEN/NOTIFY), invalidates them in this process's caches, and tells
 * `heard` of them.
 */
export function listenForInvalidations(post: Post, heard: (tags: string[]) => void): Listener {
  const take = (tags: string[]) => {
    heard(tags);
    void invalidate(post, tags);
  };
  return listen({ [tagChannel]: (payload) => take(JSON.parse(payload) as string[]) }, () => take([everything]));
}

/** Invalidates these tags in the process's own pages, in as many messages as they need. */
export async function invalidate(post: Post, tags: string[]): Promise<void> {
  for (let at = 0; at < tags.length; at += mostTags) await invalidateSome(post, tags.slice(at, at + mostTags));
}

async function invalidateSome(post: Post, tags: string[]): Promise<void> {
  try {
    const { body, signature } = signInvalidationMessage(tags);
    const status = await post(tagsPath, body, { 'x-millet-signature': signature });
    if (status !== 204) log.error({ status, tags: tags.length }, 'invalidated tags were not accepted');
  } catch (error) {
    log.warn({ err: error }, 'could not pass on invalidated tags');
  }
}
