import { listen, type Listener } from '@/lib/core/listen';
import { log } from '@/lib/core/log';
import { everything, tagChannel } from '@/lib/core/tags';

import { mostTags, sealTagNote, tagsPath } from './tag-note';

/** Posts a text to the process's own pages and answers the status. */
type Post = (path: string, body: string, headers: Record<string, string>) => Promise<number>;

/**
 * Hears from the database which public data changed anywhere, and drops it from this process's caches: at once, and twice
 * more in the seconds that follow, since a page that was being made at that moment is kept as if it were newer than the
 * change. On a busy machine a page may take seconds to be made.
 */
export function hearTags(post: Post): Listener {
  const tellLater = [1_000, 3_000].map((ms) => afterwards(ms, (tags) => void forget(post, tags)));
  return listen(
    {
      [tagChannel]: (payload) => {
        const tags = JSON.parse(payload) as string[];
        void forget(post, tags);
        for (const later of tellLater) later(tags);
      },
    },
    () => void forget(post, [everything]),
  );
}

/** Passes tags on, all that came close together at once, each after so many milliseconds and before twice as many. */
function afterwards(ms: number, pass: (tags: string[]) => void): (tags: string[]) => void {
  let [fresh, ripe] = [new Set<string>(), new Set<string>()];
  let due: NodeJS.Timeout | undefined;
  const turn = () => {
    const all = [...ripe];
    [ripe, fresh] = [fresh, new Set()];
    due = ripe.size > 0 ? setTimeout(turn, ms).unref() : undefined;
    if (all.length > 0) pass(all);
  };
  return (tags) => {
    for (const tag of tags) fresh.add(tag);
    due ??= setTimeout(turn, ms).unref();
  };
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
