'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { saveCollectionAction } from '@/app/actions/catalog';
import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { FormArea, FormCheck, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { RadioCard } from '@/components/ui/radio-card';
import { toast } from '@/components/ui/toaster';
import { useLive } from '@/components/ui/use-live';
import { collectionPath } from '@/lib/catalog/choices/collection-path';
import { collectionKinds, collectionSorts, leadMost } from '@/lib/catalog/choices/collection-rules';
import type { CollectionToEdit, ProductToCollect } from '@/lib/catalog/queries/collections';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { CollectedProducts, HeldProducts } from './collected-products';
import { CollectionRules } from './collection-rules';

type Props = {
  collection?: CollectionToEdit;
  /** What may be put into it. */
  products: ProductToCollect[];
  /** The currency in which rules ask for a price. */
  currency: string;
  locale: Locale;
};

/** Makes a collection or changes one; who saw an older version is told so. Without scripts the fields of both kinds are shown. */
export function CollectionForm({ collection, products, currency, locale }: Props) {
  const t = useTranslations('catalog.collecting');
  const router = useRouter();
  const done = () => {
    toast.success(t(collection ? 'saved' : 'made'));
    router.push(inLocale(locale, paths.staff('collections')));
  };
  return (
    <ActionForm
      action={saveCollectionAction}
      hidden={{ collectionId: collection?.id, shown: String(collection?.version ?? 0), currency }}
      onDone={done}
      className="grid gap-6"
    >
      <Names collection={collection} />
      <Products collection={collection} products={products} currency={currency} locale={locale} />
      <FormCheck
        name="listed"
        label={t('listed')}
        hint={t('listedHint')}
        initial={collection ? !!collection.shownAt : true}
      />
      <FormSubmit className="justify-self-start">{t(collection ? 'save' : 'make')}</FormSubmit>
    </ActionForm>
  );
}

function Names({ collection }: Pick<Props, 'collection'>) {
  const t = useTranslations('catalog.collecting');
  return (
    <Card as="section" className="grid gap-5">
      <SectionHead title={t('what')} lead={collection && t('address', { address: collectionPath(collection.slug) })} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormText name="title" label={t('name')} initial={collection?.title} maxLength={80} lang="en" required />
        <FormText
          name="titleZh"
          label={t('nameZh')}
          initial={collection?.titleZh}
          maxLength={80}
          lang="zh-CN"
          required
        />
        <FormArea name="lead" label={t('about')} initial={collection?.lead} rows={3} maxLength={leadMost} lang="en" />
        <FormArea
          name="leadZh"
          label={t('aboutZh')}
          initial={collection?.leadZh}
          rows={3}
          maxLength={leadMost}
          lang="zh-CN"
        />
      </div>
    </Card>
  );
}

function Products({ collection, products, currency, locale }: Props) {
  const t = useTranslations('catalog.collecting');
  const { value } = useFormField('kind', collection?.kind ?? 'HAND');
  const [kind, setKind] = useState(value);
  const live = useLive();
  const hides = (of: string) => (!live || kind === of ? undefined : 'hidden');
  const sorts = collectionSorts.filter((sort) => !live || sort !== 'PLACED' || kind === 'HAND');
  return (
    <Card as="section" className="grid gap-5">
      <SectionHead title={t('products')} />
      <div className="grid gap-3 sm:grid-cols-2">
        {collectionKinds.map((each) => (
          <RadioCard
            key={each}
            name="kind"
            value={each}
            label={t(`kinds.${each}`)}
            hint={t(`kindHints.${each}`)}
            defaultChecked={kind === each}
            onChange={() => setKind(each)}
          />
        ))}
      </div>
      <div className={hides('HAND')}>
        <CollectedProducts
          initial={collection?.kind === 'HAND' ? collection.products : []}
          products={products}
          locale={locale}
        />
      </div>
      <div className={hides('RULES')}>
        <CollectionRules initial={collection} currency={currency} />
        {collection?.kind === 'RULES' && <HeldProducts {...collection} locale={locale} />}
      </div>
      <FormSelect
        name="sort"
        label={t('sort')}
        initial={collection?.sort ?? 'PLACED'}
        options={sorts.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
        className="sm:max-w-xs"
      />
    </Card>
  );
}
