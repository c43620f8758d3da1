import { listen, type Listener } from '@/lib/core/listen';
import { log } from '@/lib/core/log';
import { everything, tagChannel } from '@/lib/core/tags';

import { dropPages } from './page-cache';
import { sealTagNote } from './tag-note';

const againMs = 1_000;

/**
 * Hears from the database which public data changed anywhere, and drops it from this process's caches: at once, and once
 * more a second later, since a page that was being made at that moment is kept as if it were newer than the change.
 */
export function hearTags(ownAddress: string): Listener {
  return listen(
    { [tagChannel]: (payload) => heard(ownAddress, JSON.parse(payload) as string[]) },
    () => void forget(ownAddress, [everything]),
  );
}

function heard(ownAddress: string, tags: string[]): void {
  void forget(ownAddress, tags);
  again(ownAddress, tags);
}

let due: NodeJS.Timeout | undefined;
const waiting = new Set<string>();

function again(ownAddress: string, tags: string[]): void {
  for (const tag of tags) waiting.add(tag);
  due ??= setTimeout(() => {
    due = undefined;
    const all = [...waiting];
    waiting.clear();
    void forget(ownAddress, all);
  }, againMs).unref();
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
