'use client';

import { useTranslations } from 'use-intl';

import { checkPaymentsAction } from '@/app/actions/markets';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';

/** Asks the gateway whether it is set up; what it says stands above the button. */
export function CheckPayments({ locale }: { locale: Locale }) {
  const t = useTranslations('markets.payments');
  return (
    <ActionForm action={checkPaymentsAction} hidden={{ locale }} success={t('checked')}>
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('check')}
      </FormSubmit>
    </ActionForm>
  );
}
