import { AsyncLocalStorage } from 'node:async_hooks';

import type { Raw } from './raw';

/** NOTIFY channel for the invalidation of cached public data in every process. */
export const tagChannel = 'millet_tags';

/** Tag of all cached public data, for when a process may have missed what changed. */
export const everything = 'everything';

// A NOTIFY payload must be under 8,000 bytes; a change of so many tags invalidates everything instead.
const mostPayloadBytes = 8_000;

const collected = new AsyncLocalStorage<Set<string>>();

/** Runs work and hands over the cache tags that its committed transactions touched, also when it is refused after one of them. */
export async function collectTags<T>(work: () => Promise<T>, take: (tags: string[]) => void): Promise<T> {
  const tags = new Set<string>();
  try {
    return await collected.run(tags, work);
  } finally {
    if (tags.size > 0) take([...tags]);
  }
}

/** Notifies every process, at commit, that data under these tags has changed. */
export async function announceTags(db: Raw, tags: Iterable<string>): Promise<void> {
  const list = [...new Set(tags)];
  if (list.length === 0) return;
  const payload = JSON.stringify(list);
  await db.$executeRaw`SELECT pg_notify(${tagChannel}, ${Buffer.byteLength(payload) < mostPayloadBytes ? payload : JSON.stringify([everything])})`;
}

/** Passes committed tags to their collector (the action that will call updateTag). */
export function reportTags(tags: Iterable<string>): void {
  const set = collected.getStore();
  for (const tag of tags) set?.add(tag);
}
