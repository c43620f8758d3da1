'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { findOrderAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Notice } from '@/components/ui/notice';

/** Has the link of an order mailed to the address that was given with it. */
export function FindOrder({ locale }: { locale: string }) {
  const t = useTranslations('orders.find');
  const [asked, setAsked] = useState(false);
  return (
    <ActionForm action={findOrderAction} hidden={{ locale }} onDone={() => setAsked(true)}>
      {asked && (
        <Notice tone="positive" title={t('sent')}>
          {t('sentBody')}
        </Notice>
      )}
      <FormText name="number" label={t('number')} hint={t('numberHint')} autoComplete="off" required maxLength={20} />
      <FormText name="email" type="email" label={t('email')} autoComplete="email" required />
      <FormSubmit block size="lg">
        {t('submit')}
      </FormSubmit>
    </ActionForm>
  );
}
