'use client';

import { useTranslations } from 'use-intl';

import { deleteCollectionAction } from '@/app/actions/catalog';
import { DeleteFold } from '@/components/forms/delete-fold';

/** Deletes a collection, once its consequence was read. */
export function DeleteCollection({ id, version, to }: { id: string; version: number; to: string }) {
  const t = useTranslations('catalog.collecting.delete');
  return (
    <DeleteFold
      action={deleteCollectionAction}
      hidden={{ collectionId: id, shown: String(version) }}
      words={{ open: t('open'), lead: t('lead'), button: t('button') }}
      to={to}
      done={t('done')}
    />
  );
}
