import { AsyncLocalStorage } from 'node:async_hooks';

import type { Raw } from './raw';

/** Channel on which every process hears which cached public data has changed. */
export const tagChannel = 'millet_tags';

/** Tag of all cached public data, for when a process may have missed what changed. */
export const everything = 'everything';

// PostgreSQL takes no note of 8,000 bytes or more; who changed that much has nearly everything made anew.
const mostPayloadBytes = 8_000;

const heard = new AsyncLocalStorage<Set<string>>();

/** Runs work and returns with its result the cache tags that its committed transactions touched. */
export async function collectTags<T>(work: () => Promise<T>): Promise<{ result: T; tags: string[] }> {
  const tags = new Set<string>();
  const result = await heard.run(tags, work);
  return { result, tags: [...tags] };
}

/** Tells every process, at commit, that data under these tags has changed. */
export async function announceTags(db: Raw, tags: Iterable<string>): Promise<void> {
  const list = [...new Set(tags)];
  if (list.length === 0) return;
  const payload = JSON.stringify(list);
  await db.$executeRaw`SELECT pg_notify(${tagChannel}, ${Buffer.byteLength(payload) < mostPayloadBytes ? payload : JSON.stringify([everything])})`;
}

/** Hands committed tags to whoever collects them (the action that will call updateTag). */
export function reportTags(tags: Iterable<string>): void {
  const set = heard.getStore();
  for (const tag of tags) set?.add(tag);
}
