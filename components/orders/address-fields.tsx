'use client';

import { Fragment } from 'react';
import { useTranslations } from 'use-intl';

import { FormSelect, FormText } from '@/components/forms/form-fields';
import { addressRule, regionCode, regionsOf, type CountryCode } from '@/lib/orders/schema';

export type KnownAddress = Partial<
  Record<'name' | 'line1' | 'line2' | 'city' | 'region' | 'postcode' | 'country' | 'phone', string>
>;
type Props = {
  known: KnownAddress;
  countries: { value: string; label: string }[];
  country: CountryCode;
  onCountry: (country: CountryCode) => void;
  /** Told the code of the region, where a country has codes. */
  onRegion: (region: string) => void;
};

/** Where the parcel goes; which fields are needed depends on the country. */
export function AddressFields({ known, countries, country, onCountry, onRegion }: Props) {
  const t = useTranslations('orders.checkout');
  const { postcode, region, part } = addressRule(country);
  const states = regionsOf(country);
  const text = (name: keyof KnownAddress, autoComplete: string, more: object = {}) => (
    <FormText name={name} label={t(name)} initial={known[name]} autoComplete={`shipping ${autoComplete}`} {...more} />
  );
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <FormSelect
        className="sm:col-span-2"
        name="country"
        label={t('country')}
        initial={country}
        options={countries}
        autoComplete="shipping country"
        required
        onChange={(event) => {
          const chosen = event.currentTarget.value as CountryCode;
          onCountry(chosen);
          onRegion(regionCode(chosen, known.region ?? '') ?? '');
        }}
      />
      {text('name', 'name', { required: true, maxLength: 80, className: 'sm:col-span-2' })}
      {text('line1', 'address-line1', { required: true, maxLength: 200, className: 'sm:col-span-2' })}
      {text('line2', 'address-line2', { maxLength: 120, className: 'sm:col-span-2' })}
      {text('city', 'address-level2', { required: true, maxLength: 80 })}
      {part &&
        (states ? (
          <FormSelect
            key={country}
            name="region"
            label={t(`parts.${part}`)}
            initial={regionCode(country, known.region ?? '') ?? ''}
            options={[{ value: '', label: t('chooseRegion') }, ...states.map(([value, label]) => ({ value, label }))]}
            autoComplete="shipping address-level1"
            required
            onChange={(event) => onRegion(event.currentTarget.value)}
          />
        ) : (
          <Fragment key={country}>
            {text('region', 'address-level1', {
              initial: known.country === country ? known.region : '',
              label: t(`parts.${part}`),
              required: region,
              maxLength: 80,
            })}
          </Fragment>
        ))}
      {postcode &&
        text('postcode', 'postal-code', {
          label: t(country === 'US' ? 'zip' : 'postcode'),
          // Some countries write addresses without one.
          required: !postcode.test(''),
          maxLength: 20,
        })}
      {text('phone', 'tel', { required: true, type: 'tel', maxLength: 40, hint: t('phoneHint') })}
    </div>
  );
}
