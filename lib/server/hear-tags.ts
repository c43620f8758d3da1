import { listen, type Listener } from '@/lib/core/listen';
import { log } from '@/lib/core/log';
import { everything, tagChannel } from '@/lib/core/tags';

import { twiceMore } from './next-quirks/forget-again';
import { mostTags, sealTagNote, tagsPath } from './tag-note';

/** Posts a text to the process's own pages and answers the status. */
type Post = (path: string, body: string, headers: Record<string, string>) => Promise<number>;

/** Hears from the database which public data changed anywhere, and drops it from this process's caches. */
export function hearTags(post: Post): Listener {
  const again = twiceMore((tags) => void forget(post, tags));
  return listen(
    {
      [tagChannel]: (payload) => {
        const tags = JSON.parse(payload) as string[];
        void forget(post, tags);
        again(tags);
      },
    },
    () => void forget(post, [everything]),
  );
}

/** Has the process's own pages forget what was made of these tags, in as many notes as it takes. */
export async function forget(post: Post, tags: string[]): Promise<void> {
  for (let at = 0; at < tags.length; at += mostTags) await forgetSome(post, tags.slice(at, at + mostTags));
}

async function forgetSome(post: Post, tags: string[]): Promise<void> {
  try {
    const { body, signature } = sealTagNote(tags);
    const status = await post(tagsPath, body, { 'x-millet-signature': signature });
    if (status !== 204) log.error({ status, tags: tags.length }, 'changed tags were not taken');
  } catch (error) {
    log.warn({ err: error }, 'could not pass on changed tags');
  }
}
