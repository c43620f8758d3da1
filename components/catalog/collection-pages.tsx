import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { collectionPath } from '@/lib/catalog/choices/collection-path';
import type { ShownCollection } from '@/lib/catalog/queries/collections';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { PictureCard } from './picture-card';

type Pictured = ShownCollection & { picture: string | null };

/** All collections, each with a picture of one of its products. */
export function CollectionGrid({ collections, locale }: { collections: readonly Pictured[]; locale: Locale }) {
  const t = translator(locale, 'catalog');
  return (
    <div className="page pb-16">
      <PageHeader title={t('collections.title')} lead={t('collections.lead')} />
      {collections.length === 0 && (
        <EmptyState title={t('collections.none')} illustration="cart" level={2}>
          <p>
            <TextLink href={inLocale(locale, paths.products())}>{t('collections.toShop')}</TextLink>
          </p>
        </EmptyState>
      )}
      <ul className="grid gap-4 sm:grid-cols-2 sm:gap-6 lg:grid-cols-3">
        {collections.map((each, at) => (
          <li key={each.id}>
            <CollectionCard collection={each} locale={locale} eager={at < 3} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function CollectionCard({ collection, locale, eager }: { collection: Pictured; locale: Locale; eager: boolean }) {
  const t = translator(locale, 'catalog');
  const { slug, picture, count } = collection;
  const title = localText(locale, collection.title, collection.titleZh);
  const lead = localText(locale, collection.lead, collection.leadZh);
  return (
    <PictureCard
      picture={picture === null ? undefined : { path: picture, alt: '', altZh: '' }}
      href={inLocale(locale, collectionPath(slug))}
      {...{ title, eager, locale }}
    >
      {lead && <p className="mt-1 line-clamp-2 text-muted">{lead}</p>}
      <p className="mt-2 text-sm text-muted">{t('facets.count', { count })}</p>
    </PictureCard>
  );
}

type Headed = Pick<ShownCollection, 'title' | 'titleZh' | 'lead' | 'leadZh'> & { locale: Locale };

/** What stands above the products of a collection. */
export function CollectionHeader({ title, titleZh, lead, leadZh, locale }: Headed) {
  const t = translator(locale, 'catalog');
  const named = localText(locale, title, titleZh);
  return (
    <PageHeader
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('title'), href: inLocale(locale, paths.products()) },
            { label: t('collections.title'), href: inLocale(locale, collectionPath()) },
            { label: named },
          ]}
          label={t('breadcrumb')}
        />
      }
      title={named}
      lead={localText(locale, lead, leadZh) || undefined}
    />
  );
}
