import { listProducts } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import { listDrops } from '@/lib/drops/queries';
import { wholeView } from '@/lib/feedback/ideas-view';
import { listIdeas, listReleases } from '@/lib/feedback/queries';
import { listLatestThreads } from '@/lib/forum/queries';
import { live } from '@/lib/web/live';

/** What the start page shows of each domain. */
export async function homePage() {
  'use cache';
  live('home', 'drops', 'ideas', 'releases', 'threads', 'products');
  const [drops, ideas, releases, threads, products] = await Promise.all([
    listDrops(reading()),
    listIdeas(reading(), wholeView, 5),
    listReleases(reading(), { take: 3 }),
    listLatestThreads(reading(), { take: 6 }),
    listProducts(reading(), { limit: 3 }),
  ]);
  return {
    drop: drops.live[0] ?? drops.upcoming[0] ?? null,
    ideas: ideas?.ideas ?? [],
    releases: releases?.releases ?? [],
    threads,
    products: products.items,
  };
}

export type HomeData = Awaited<ReturnType<typeof homePage>>;
