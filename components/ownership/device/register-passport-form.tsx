'use client';

import { useTranslations } from 'use-intl';

import { registerPassportAction } from '@/app/actions/ownership';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';

/** Registers the device of a passport. */
export function RegisterPassportForm({ passportKey, locale }: { passportKey: string; locale: Locale }) {
  const t = useTranslations('ownership.register');
  return (
    <ActionForm action={registerPassportAction} hidden={{ key: passportKey, locale }}>
      <FormSubmit className="w-fit">{t('button')}</FormSubmit>
    </ActionForm>
  );
}
