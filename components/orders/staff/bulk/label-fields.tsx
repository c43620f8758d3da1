'use client';

import { useTranslations } from 'use-intl';

import { FormCheck, FormSelect } from '@/components/forms/form-fields';

/** Which label all of these parcels get, and whether they are sent with it at once. */
export function LabelFields({ choices }: { choices: { value: string; label: string }[] }) {
  const t = useTranslations('orders.staff.bulk');
  return (
    <>
      <FormSelect
        name="choice"
        label={t('service')}
        hint={t('serviceHint')}
        options={choices}
        initial={choices[0]?.value}
      />
      <FormCheck name="send" label={t('send')} hint={t('sendHint')} />
    </>
  );
}
