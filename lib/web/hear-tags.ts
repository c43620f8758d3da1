import { listen, type Listener } from '@/lib/core/listen';
import { log } from '@/lib/core/log';
import { everything, tagChannel } from '@/lib/core/tags';

import { sealTagNote, tagsPath } from './tag-note';

/**
 * Hears from the database which public data changed anywhere, and drops it from this process's caches: at once, and twice
 * more in the seconds that follow, since a page that was being made at that moment is kept as if it were newer than the
 * change. On a busy machine a page may take seconds to be made.
 */
export function hearTags(ownAddress: string): Listener {
  const tellLater = [1_000, 3_000].map((ms) => afterwards(ms, (tags) => void forget(ownAddress, tags)));
  return listen(
    {
      [tagChannel]: (payload) => {
        const tags = JSON.parse(payload) as string[];
        void forget(ownAddress, tags);
        for (const later of tellLater) later(tags);
      },
    },
    () => void forget(ownAddress, [everything]),
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

async function forget(ownAddress: string, tags: string[]): Promise<void> {
  try {
    const { body, signature } = sealTagNote(tags);
    await fetch(`${ownAddress}${tagsPath}`, { method: 'POST', body, headers: { 'x-millet-signature': signature } });
  } catch (error) {
    log.warn({ err: error }, 'could not pass on changed tags');
  }
}
