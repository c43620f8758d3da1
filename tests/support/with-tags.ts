import { collectTags } from '@/lib/core/tags';

/** Runs work and answers its result with the cache tags that it touched. */
export async function withTags<T>(work: () => Promise<T>): Promise<{ result: T; tags: string[] }> {
  let tags: string[] = [];
  const result = await collectTags(work, (taken) => void (tags = taken));
  return { result, tags };
}
