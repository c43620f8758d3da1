import type { Metadata } from 'next';

import { CollectionGrid } from '@/components/catalog/collection-pages';
import { collectionPath } from '@/lib/catalog/choices/collection-path';
import { translator } from '@/lib/core/i18n';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';

import { shownCollections } from '../products/data';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = translator(locale, 'catalog');
  const [title, description] = [t('collections.title'), t('collections.lead')];
  return pageMetadata({ locale, path: collectionPath(), title, description });
}

/** All collections, for everybody. */
export default async function CollectionsPage({ params }: Props) {
  const locale = await localeOf(params);
  return <CollectionGrid collections={await shownCollections()} locale={locale} />;
}
