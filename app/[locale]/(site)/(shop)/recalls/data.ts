import { reading } from '@/lib/core/context';
import { recallsTag } from '@/lib/recalls/choices/tag';
import { getPublicRecall, listPublicRecalls } from '@/lib/recalls/queries/public';
import { live } from '@/lib/web/live';

/** All recalls that everybody reads. */
export async function recallsPage() {
  'use cache';
  live(recallsTag);
  return listPublicRecalls(reading());
}

/** One of them, or null. */
export async function recallPage(slug: string) {
  'use cache';
  live(recallsTag);
  return getPublicRecall(reading(), { slug });
}
