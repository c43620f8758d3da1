import { reading } from '@/lib/core/context';
import { getRelease, listReleases } from '@/lib/feedback/queries';
import { shownAreas } from '@/lib/web/areas';
import { releaseWithShown } from '@/lib/feedback/without-areas';
import { live } from '@/lib/web/live';

/** Published releases from a place in the list on, or null. */
export async function releasesPage(after?: string) {
  'use cache';
  live('releases');
  return listReleases(reading(), { after });
}

/** One published release, or null. */
export async function releasePage(slug: string) {
  'use cache';
  live('releases', `release:${slug}`, 'ideas', 'drops');
  const release = await getRelease(reading(), { slug });
  return release && releaseWithShown(release, await shownAreas());
}
