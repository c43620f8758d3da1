import { reading } from '@/lib/core/context';
import { getThreadPage, type ThreadPage } from '@/lib/forum/queries';
import { live } from '@/lib/web/live';

/** One page of a public thread, with a guest's eyes. */
export async function publicThreadPage(number: number, from?: number): Promise<ThreadPage | null> {
  'use cache';
  live('threads', `thread:${number}`);
  return getThreadPage(reading(), { number, from });
}
