import { reading } from '@/lib/core/context';
import { readIdeasView } from '@/lib/feedback/ideas-view';
import { listIdeas, listProductsWithIdeas } from '@/lib/feedback/queries';
import { live } from '@/lib/web/live';

/** One view of the ideas by the segments of its address, or null. */
export async function ideasPage(segments: string[]) {
  'use cache';
  live('ideas', 'threads');
  const view = readIdeasView(segments);
  const list = view && (await listIdeas(reading(), view));
  return view && list && { view, list, products: await listProductsWithIdeas(reading()) };
}
