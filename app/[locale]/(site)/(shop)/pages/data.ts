import { reading } from '@/lib/core/context';
import { pagesTag } from '@/lib/pages/choices/tag';
import { getPage } from '@/lib/pages/queries';
import { live } from '@/lib/web/live';

/** The published page of an address, the address that it has now, or null. */
export async function publicPage(slug: string) {
  'use cache';
  live(pagesTag);
  return getPage(reading(), { slug });
}
