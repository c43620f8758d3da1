import type { Locale } from '@/lib/core/locale';
import type { Offers } from '@/lib/core/offers';
import type { getLastAddress } from '@/lib/orders/queries';
import { countryCodes, type CountryCode } from '@/lib/orders/schema';

import { countryToShow } from '@/components/drops/own-country';

import { countryName } from './address-block';

type Last = Pick<
  NonNullable<Awaited<ReturnType<typeof getLastAddress>>>,
  'shipName' | 'shipLine1' | 'shipLine2' | 'shipCity' | 'shipRegion' | 'shipPostcode' | 'shipCountry' | 'shipPhone'
> | null;

/** The address that a form begins with: that of an order, or the name alone. */
export function knownAddress(last: Last, name: string) {
  if (!last) return { name };
  const {
    shipName,
    shipLine1: line1,
    shipLine2: line2,
    shipCity: city,
    shipRegion: region,
    shipPostcode: postcode,
    shipCountry: country,
    shipPhone: phone,
  } = last;
  return { name: shipName, line1, line2, city, region, postcode, country, phone };
}

type Countries = { value: CountryCode }[];

/** The country that a form begins with: that of the last order, else the shop's own; the browser knows more of a reader without an order. */
export function firstCountry(last: Last, countries: Countries, { home, locale }: { home?: string; locale: Locale }) {
  const served = countries.map(({ value }) => value);
  return (countryToShow(served, { own: [last?.shipCountry], home, locale }) || 'US') as CountryCode;
}

/** Where goods are sent, in a drop only where it goes; without any, all that an address may name, each of which is then refused. */
export function countriesIn(offers: Offers, regions: string[], locale: Locale) {
  const open = countryCodes.filter((code) => offers[code] && (regions.length === 0 || regions.includes(code)));
  return (open.length > 0 ? open : [...countryCodes])
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
