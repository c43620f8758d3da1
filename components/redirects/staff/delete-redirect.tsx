'use client';

import { useTranslations } from 'use-intl';

import { deleteRedirectAction } from '@/app/actions/redirects';
import { DeleteFold } from '@/components/forms/delete-fold';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Deletes a redirect. */
export function DeleteRedirect({ id, version, locale }: { id: string; version: number; locale: Locale }) {
  const t = useTranslations('redirects');
  return (
    <DeleteFold
      action={deleteRedirectAction}
      hidden={{ redirectId: id, shown: String(version) }}
      words={{ open: t('remove'), lead: t('removeLead'), button: t('remove') }}
      to={inLocale(locale, paths.staff('settings', 'redirects'))}
      done={t('removed')}
    />
  );
}
