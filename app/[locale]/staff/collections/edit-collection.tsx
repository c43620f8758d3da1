import { CollectionForm } from '@/components/catalog/staff/collection-form';
import { DeleteCollection } from '@/components/catalog/staff/delete-collection';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { collectionPath } from '@/lib/catalog/choices/collection-path';
import { listToCollect, type CollectionToEdit } from '@/lib/catalog/queries/collections';
import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { translator } from '@/lib/web/i18n';

type Props = { collection?: CollectionToEdit; actor: SignedIn; locale: Locale };

/** Where staff make a collection, or change it. */
export async function EditCollectionPage({ collection, actor, locale }: Props) {
  const t = translator(locale, 'catalog');
  const title = collection ? localText(locale, collection.title, collection.titleZh) : t('collecting.new');
  const list = inLocale(locale, paths.staff('collections'));
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[{ label: t('collecting.title'), href: list }, { label: title }]}
            label={t('collecting.title')}
          />
        }
        title={title}
        actions={
          collection?.shownAt ? (
            <TextLink href={inLocale(locale, collectionPath(collection.slug))}>{t('collecting.look')}</TextLink>
          ) : undefined
        }
      />
      <div className="grid max-w-3xl gap-6">
        <CollectionForm
          key={collection?.version}
          collection={collection}
          products={await listToCollect(reading(actor))}
          currency={await homeCurrency()}
          locale={locale}
        />
        {collection && <DeleteCollection id={collection.id} version={collection.version} to={list} />}
      </div>
    </div>
  );
}
