import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { SearchView } from '@/components/search/search-view';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { searchProducts } from '@/lib/flows/search/search-products';
import { searchPageOf, searchText } from '@/lib/search/schema';
import { maySearch } from '@/lib/search/turns';
import { shownAreas } from '@/lib/web/areas';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { currentActor, currentNetwork } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = headOrMissing(async ({ params, searchParams }: Props): Promise<Metadata> => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  const q = searchText((await pageQuery(searchParams)).q ?? '');
  const t = translator(locale, 'search');
  return memberMetadata(q ? t('titleOf', { q }) : t('title'));
});

export default pageOrMissing(async function SearchPage({ params, searchParams }: Props) {
  const { locale } = (await pageParams(params)) ?? notFound();
  const query = await pageQuery(searchParams);
  const [q, page] = [searchText(query.q ?? ''), searchPageOf(query.page)];
  const actor = await currentActor();
  const { shop } = await shownAreas();
  const open = q === '' || maySearch(actor, await currentNetwork());
  const found = shop && open ? await searchProducts(reading(actor), { q, page }) : null;
  return <SearchView {...{ q, found, locale, shop }} tooFast={!open} />;
});
