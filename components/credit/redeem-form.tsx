'use client';

import { useTranslations } from 'use-intl';

import { redeemCardAction } from '@/app/actions/credit';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';

/** Puts what is on a gift card onto the member's balance. */
export function RedeemForm() {
  const t = useTranslations('credit.redeem');
  return (
    <ActionForm action={redeemCardAction} success={t('done')} clear>
      <FormText
        name="code"
        label={t('code')}
        hint={t('hint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        maxLength={100}
        required
      />
      <FormSubmit className="justify-self-start">{t('add')}</FormSubmit>
    </ActionForm>
  );
}
