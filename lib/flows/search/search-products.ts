import { listShelfOf, type FoundProduct } from '@/lib/catalog/queries/shelf-of';
import type { Reading } from '@/lib/core/context';
import { publicAudience } from '@/lib/search/form';
import { findDocs, suggestSearch } from '@/lib/search/queries';
import { searchPage } from '@/lib/search/schema';

export type FoundProducts = {
  products: FoundProduct[];
  count: number;
  /** Whether there are more than are counted. */
  more: boolean;
  /** What was found: all words, those of a corrected search, or some of the words. */
  by: 'all' | 'spelling' | 'some';
  /** The corrected search, where nothing was found by the one that was typed. */
  meant: string | null;
};

const none: FoundProducts = { products: [], count: 0, more: false, by: 'all', meant: null };

/**
 * The products that a search finds: those with all words of it; else those of the search that was probably meant; else those with some of the
 * words. What is not on show is never among them, whatever the index says. Five statements at most.
 */
export async function searchProducts(
  reading: Reading,
  { q, page }: { q: string; page: number },
): Promise<FoundProducts> {
  if (q === '') return none;
  const place = { skip: (page - 1) * searchPage.results, take: searchPage.results };
  const find = (asked: string, any = false) =>
    findDocs(reading, { kind: 'PRODUCT', audiences: [publicAudience], q: asked, any, ...place });
  const shown = async (found: Awaited<ReturnType<typeof find>>, how: Pick<FoundProducts, 'by' | 'meant'>) => {
    const { ids, ...counted } = found;
    return { products: await listShelfOf(reading, { ids }), ...counted, ...how };
  };
  const all = await find(q);
  if (all.count > 0) return shown(all, { by: 'all', meant: null });
  const meant = await suggestSearch(reading, { q });
  const corrected = meant === null ? null : await find(meant);
  if (corrected && corrected.count > 0) return shown(corrected, { by: 'spelling', meant });
  const some = await find(meant ?? q, true);
  return some.count > 0 ? shown(some, { by: 'some', meant: null }) : none;
}
