'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { saveAddressAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { useFormField } from '@/components/forms/form-context';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';
import { isCountry, type CountryCode } from '@/lib/orders/schema';

import { AddressFields, type KnownAddress } from './address-fields';
import { CompanyFields } from './company-fields';

type Props = {
  /** The one that is edited; none for a new one. */
  addressId?: string;
  known: KnownAddress;
  country: CountryCode;
  countries: { value: string; label: string }[];
  locale: Locale;
};

/** An address that a member keeps, to be written down or changed. */
export function AddressForm({ addressId, locale, ...rest }: Props) {
  const t = useTranslations('orders.addresses');
  return (
    <ActionForm action={saveAddressAction} hidden={{ addressId, locale }} className="gap-6">
      <Fields {...rest} />
      <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
    </ActionForm>
  );
}

function Fields({ known, country: first, countries }: Omit<Props, 'addressId' | 'locale'>) {
  // Without scripts the page comes back with what was chosen.
  const { value } = useFormField('country', first);
  const [country, setCountry] = useState(isCountry(String(value)) ? (value as CountryCode) : first);
  return (
    <>
      <AddressFields {...{ known, countries, country }} onCountry={setCountry} onRegion={() => undefined} />
      <CompanyFields known={known} country={country} />
    </>
  );
}
