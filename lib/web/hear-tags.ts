import { listen, type Listener } from '@/lib/core/listen';
import { log } from '@/lib/core/log';
import { everything, tagChannel } from '@/lib/core/tags';

import { dropPages } from './page-cache';
import { sealTagNote } from './tag-note';

/** Hears from the database which public data changed anywhere, and drops it from this process's caches. */
export function hearTags(ownAddress: string): Listener {
  return listen(
    { [tagChannel]: (payload) => void forget(ownAddress, JSON.parse(payload) as string[]) },
    () => void forget(ownAddress, [everything]),
  );
}

async function forget(ownAddress: string, tags: string[]): Promise<void> {
  try {
    const { body, signature } = sealTagNote(tags);
    await fetch(`${ownAddress}/api/internal/tags`, { method: 'POST', body, headers: { 'x-millet-signature': signature } });
  } catch (error) {
    log.warn({ err: error }, 'could not pass on changed tags');
  } finally {
    dropPages();
  }
}
