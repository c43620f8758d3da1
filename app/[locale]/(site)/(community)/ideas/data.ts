import { reading } from '@/lib/core/context';
import { readIdeasView } from '@/lib/feedback/ideas-view';
import { listIdeas, listProductsWithIdeas } from '@/lib/feedback/queries';
import { shownAreas } from '@/lib/web/areas';
import { withShown } from '@/lib/feedback/without-areas';
import { live } from '@/lib/web/live';

/** One view of the ideas by the segments of its address, or null. */
export async function ideasPage(segments: string[]) {
  'use cache';
  live('ideas', 'threads');
  const view = readIdeasView(segments);
  const list = view && (await listIdeas(reading(), view));
  if (!view || !list) return null;
  const ideas = withShown(list.ideas, await shownAreas());
  return { view, list: { ...list, ideas }, products: await listProductsWithIdeas(reading()) };
}
