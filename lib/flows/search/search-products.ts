import { listShelfOf, type FoundProduct } from '@/lib/catalog/queries/shelf-of';
import type { Reading } from '@/lib/core/context';
import { publicAudience } from '@/lib/search/form';
import { findDocs, suggestSearch, type FoundDocs } from '@/lib/search/queries';
import { searchPage } from '@/lib/search/schema';

export type FoundProducts = {
  products: FoundProduct[];
  /** On which page they stand: the last one where there are fewer than were asked for. */
  page: number;
  count: number;
  /** Whether there are more than are counted. */
  more: boolean;
  /** What was found: all words, those of a corrected search, or some of the words. */
  by: 'all' | 'spelling' | 'some';
  /** The corrected search, where nothing was found by the one that was typed. */
  meant: string | null;
};

const none: FoundProducts = { products: [], page: 1, count: 0, more: false, by: 'all', meant: null };

/**
 * The products that a search finds: those with all words of it; else those of the search that was probably meant; else those with some of the
 * words. What is not on show is never among them, whatever the index says. Six statements at most.
 */
export async function searchProducts(
  reading: Reading,
  { q, page }: { q: string; page: number },
): Promise<FoundProducts> {
  if (q === '') return none;
  const find = (asked: string, any = false) => findPage(reading, { q: asked, any, page });
  const shown = async (found: Awaited<ReturnType<typeof find>>, how: Pick<FoundProducts, 'by' | 'meant'>) => {
    const { ids, ...counted } = found;
    const products = await listShelfOf(reading, { ids });
    // What went off show since it was indexed is counted as little as it is listed.
    return { ...counted, products, count: counted.count - (ids.length - products.length), ...how };
  };
  const all = await find(q);
  if (all.count > 0) return shown(all, { by: 'all', meant: null });
  const meant = await suggestSearch(reading, { q });
  const corrected = meant === null ? null : await find(meant);
  if (corrected && corrected.count > 0) return shown(corrected, { by: 'spelling', meant });
  const some = await find(meant ?? q, true);
  return some.count > 0 ? shown(some, { by: 'some', meant: null }) : none;
}

type Asked = { q: string; any: boolean; page: number };

async function findPage(reading: Reading, { q, any, page }: Asked): Promise<FoundDocs & { page: number }> {
  const at = async (on: number) => {
    const place = { skip: (on - 1) * searchPage.results, take: searchPage.results };
    const found = await findDocs(reading, { kind: 'PRODUCT', audiences: [publicAudience], q, any, ...place });
    return { ...found, page: on };
  };
  const found = await at(page);
  const last = Math.max(1, Math.min(searchPage.most, Math.ceil(found.count / searchPage.results)));
  return page <= last ? found : found.count === 0 ? { ...found, page: 1 } : at(last);
}
