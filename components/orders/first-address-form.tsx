'use client';

import { useTranslations } from 'use-intl';

import { chooseFirstAddressAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';

/** Makes an address the one that a checkout begins with. */
export function FirstAddressForm({ addressId }: { addressId: string }) {
  const t = useTranslations('orders.addresses');
  return (
    <ActionForm action={chooseFirstAddressAction} hidden={{ addressId }}>
      <FormSubmit variant="quiet" size="sm">
        {t('makeFirst')}
      </FormSubmit>
    </ActionForm>
  );
}
