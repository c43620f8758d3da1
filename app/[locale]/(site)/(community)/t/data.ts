import { reading } from '@/lib/core/context';
import { getIdeaPanel, type IdeaPanelData } from '@/lib/feedback/queries';
import { ideaWithShown } from '@/lib/feedback/without-areas';
import { getThreadPage, type ThreadPage } from '@/lib/forum/queries';
import { shownAreas } from '@/lib/web/areas';
import { live } from '@/lib/web/live';

/** One page of a public thread, read as a guest. */
export async function publicThreadPage(number: number, from?: number): Promise<ThreadPage | null> {
  'use cache';
  live('board-tree', `thread:${number}`);
  return getThreadPage(reading(), { number, from });
}

/** The idea that a public thread is. Whether the thread may be seen is settled before. */
export async function publicIdea(number: number): Promise<IdeaPanelData | null> {
  'use cache';
  live('ideas', 'releases', 'drops', `thread:${number}`);
  return ideaWithShown(await getIdeaPanel(reading(), { threadNumber: number }), await shownAreas());
}
