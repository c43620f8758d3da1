'use client';

import { useTranslations } from 'use-intl';

import { FormSelect, FormText } from '@/components/forms/form-fields';

export type PhoneCountry = { value: string; label: string };

type Props = { countries: PhoneCountry[]; first: string };

/** A mobile number, and the country that its code is of; where the shop knows one country there is nothing to choose. */
export function PhoneFields({ countries, first }: Props) {
  const t = useTranslations('members.phone');
  const [only] = countries.length === 1 ? countries : [];
  return (
    <>
      {only ? (
        <input type="hidden" name="country" value={only.value} />
      ) : (
        <FormSelect
          name="country"
          label={t('country')}
          options={countries}
          initial={first}
          autoComplete="country"
          required
        />
      )}
      <FormText
        name="phone"
        type="tel"
        label={t('number')}
        hint={only?.label}
        autoComplete="tel"
        inputMode="tel"
        maxLength={40}
        required
      />
    </>
  );
}
