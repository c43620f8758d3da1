'use client';

import { useTranslations } from 'use-intl';

import { deletePageAction } from '@/app/actions/pages';
import { DeleteFold } from '@/components/forms/delete-fold';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Deletes a page that was never published. */
export function DeletePage({ id, version, locale }: { id: string; version: number; locale: Locale }) {
  const t = useTranslations('pagesStaff');
  return (
    <DeleteFold
      action={deletePageAction}
      hidden={{ pageId: id, shown: String(version) }}
      words={{ open: t('remove'), lead: t('removeLead'), button: t('removeButton') }}
      to={inLocale(locale, paths.staff('pages'))}
    />
  );
}
