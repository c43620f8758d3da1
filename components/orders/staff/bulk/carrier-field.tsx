'use client';

import { useTranslations } from 'use-intl';

import { FormText } from '@/components/forms/form-fields';

/** Who brings all of these parcels. */
export function CarrierField() {
  const t = useTranslations('orders.staff');
  return <FormText name="carrier" label={t('carrier')} hint={t('bulk.carrierHint')} maxLength={40} required />;
}
