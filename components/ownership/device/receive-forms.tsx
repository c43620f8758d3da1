'use client';

import { useTranslations } from 'use-intl';

import { acceptTransferAction, findTransferAction } from '@/app/actions/ownership';
import { ActionForm } from '@/components/forms/action-form';
import { FormCode } from '@/components/forms/form-code';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';

/** Asks for the code by which a device is passed on. */
export function TypeCodeForm({ locale }: { locale: Locale }) {
  const t = useTranslations('ownership.receive');
  return (
    <ActionForm action={findTransferAction} hidden={{ locale }}>
      <FormCode name="code" label={t('code')} hint={t('codeHint')} maxLength={40} className="sm:max-w-xs" required />
      <FormSubmit className="w-fit">{t('look')}</FormSubmit>
    </ActionForm>
  );
}

/** Takes over what a code passes on. */
export function AcceptForm({ code, locale }: { code: string; locale: Locale }) {
  const t = useTranslations('ownership.receive');
  return (
    <ActionForm action={acceptTransferAction} hidden={{ code, locale }}>
      <FormSubmit size="lg" className="w-fit">
        {t('accept')}
      </FormSubmit>
    </ActionForm>
  );
}
