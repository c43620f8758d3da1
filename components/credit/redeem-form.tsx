'use client';

import { useTranslations } from 'use-intl';

import { redeemCardAction } from '@/app/actions/credit';
import { ActionForm } from '@/components/forms/action-form';
import { FormCode } from '@/components/forms/form-code';
import { FormSubmit } from '@/components/forms/form-fields';

/** Puts what is on a gift card onto the member's balance. */
export function RedeemForm() {
  const t = useTranslations('credit.redeem');
  return (
    <ActionForm action={redeemCardAction} success={t('done')} clear>
      <FormCode name="code" label={t('code')} hint={t('hint')} dir="ltr" maxLength={100} required />
      <FormSubmit className="justify-self-start">{t('add')}</FormSubmit>
    </ActionForm>
  );
}
