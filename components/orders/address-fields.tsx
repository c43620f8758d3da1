'use client';

import { useTranslations } from 'use-intl';

import { FormSelect, FormText } from '@/components/forms/form-fields';
import {
  addressOrder,
  addressRule,
  regionCode,
  regionsOf,
  type AddressPart,
  type CountryCode,
} from '@/lib/orders/schema';

export type KnownAddress = Partial<
  Record<
    'name' | 'line1' | 'line2' | 'city' | 'region' | 'postcode' | 'country' | 'phone' | 'company' | 'taxNumber',
    string
  >
>;
type Props = {
  known: KnownAddress;
  countries: { value: string; label: string }[];
  country: CountryCode;
  onCountry: (country: CountryCode) => void;
  /** Told the code of the region, where a country has codes. */
  onRegion: (region: string) => void;
};

/** Where the parcel goes; which fields are needed, and in which order, depends on the country. */
export function AddressFields({ known, countries, country, onCountry, onRegion }: Props) {
  const t = useTranslations('orders.checkout');
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <FormSelect
        className={wide}
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
      {addressOrder(country).map((part) =>
        part === 'region' ? (
          <RegionField key={`region-${country}`} known={known} country={country} onRegion={onRegion} />
        ) : (
          <PartField key={part} part={part} known={known} country={country} />
        ),
      )}
      <FormText
        name="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        initial={known.phone}
        autoComplete="shipping tel"
        type="tel"
        maxLength={40}
        required
      />
    </div>
  );
}

const wide = 'sm:col-span-2';
// Where a district is written behind its town, in one field.
const townWithDistrict: ReadonlySet<string> = new Set(['CN', 'TW']);

type PartProps = { part: Exclude<AddressPart, 'region'>; known: KnownAddress; country: CountryCode };

function PartField({ part, known, country }: PartProps) {
  const t = useTranslations('orders.checkout');
  const { postcode } = addressRule(country);
  const field = { name: part, label: t(part), initial: known[part] };
  switch (part) {
    case 'name':
      // Where it comes last it stands beside the phone number.
      return (
        <FormText
          {...field}
          autoComplete="shipping name"
          maxLength={80}
          className={addressOrder(country)[0] === 'name' ? wide : undefined}
          required
        />
      );
    case 'line1':
      return <FormText {...field} autoComplete="shipping address-line1" maxLength={200} className={wide} required />;
    case 'line2':
      return <FormText {...field} autoComplete="shipping address-line2" maxLength={120} className={wide} />;
    case 'city': {
      const label = t(townWithDistrict.has(country) ? 'cityAndDistrict' : 'city');
      return <FormText {...field} label={label} autoComplete="shipping address-level2" maxLength={80} required />;
    }
    case 'postcode':
      // Some countries write addresses without one.
      return postcode ? (
        <FormText
          {...field}
          label={t(country === 'US' ? 'zip' : 'postcode')}
          autoComplete="shipping postal-code"
          maxLength={20}
          required={!postcode.test('')}
        />
      ) : null;
  }
}

type RegionProps = Pick<Props, 'known' | 'country' | 'onRegion'>;

function RegionField({ known, country, onRegion }: RegionProps) {
  const t = useTranslations('orders.checkout');
  const { region, part } = addressRule(country);
  const states = regionsOf(country);
  if (!part) return null;
  const field = { name: 'region', label: t(`parts.${part}`), autoComplete: 'shipping address-level1' };
  return states ? (
    <FormSelect
      {...field}
      initial={regionCode(country, known.region ?? '') ?? ''}
      options={[{ value: '', label: t('chooseRegion') }, ...states.map(([value, label]) => ({ value, label }))]}
      required
      onChange={(event) => onRegion(event.currentTarget.value)}
    />
  ) : (
    <FormText {...field} initial={known.country === country ? known.region : ''} required={region} maxLength={80} />
  );
}
