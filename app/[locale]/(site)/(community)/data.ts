import { listProducts } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import { listDrops } from '@/lib/drops/queries';
import { wholeView } from '@/lib/feedback/ideas-view';
import { listIdeas, listReleases } from '@/lib/feedback/queries';
import { withShown } from '@/lib/feedback/without-areas';
import { listLatestThreads } from '@/lib/forum/queries';
import { shownAreas } from '@/lib/web/areas';
import { live } from '@/lib/web/live';

/** What the start page shows of each area that is on. */
export async function homePage() {
  'use cache';
  live('home', 'drops', 'ideas', 'releases', 'threads', 'products');
  const areas = await shownAreas();
  const [drops, ideas, releases, threads, products] = await Promise.all([
    areas.drops ? listDrops(reading()) : null,
    areas.ideas ? listIdeas(reading(), wholeView, 5) : null,
    areas.releases ? listReleases(reading(), { take: 3 }) : null,
    areas.community ? listLatestThreads(reading(), { take: 6 }) : [],
    areas.shop ? listProducts(reading(), { limit: 3 }) : null,
  ]);
  return {
    areas,
    drop: drops?.live[0] ?? drops?.upcoming[0] ?? null,
    ideas: withShown(ideas?.ideas ?? [], areas),
    releases: releases?.releases ?? [],
    threads,
    products: products?.items ?? [],
  };
}

export type HomeData = Awaited<ReturnType<typeof homePage>>;
