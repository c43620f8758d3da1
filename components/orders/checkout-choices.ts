import type { Locale } from '@/lib/core/locale';
import type { Offers } from '@/lib/core/offers';
import type { getLastAddress } from '@/lib/orders/queries';
import type { SavedAddress } from '@/lib/orders/saved-addresses';
import { addressLines, countryCodes, mostAddresses, type CountryCode } from '@/lib/orders/schema';

import { countryToShow } from '@/components/drops/own-country';

import type { KnownAddress } from './address-fields';
import { countryName } from './address-block';
import { another } from './another-address';
import { sentOf } from './saved-sent';
import type { SavedAddressChoice } from './saved-choice';
import type { AddressBook } from './ship-to';

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

/** The company of an order, as a form begins with it. */
export const knownCompany = (order: { company: { name: string; taxNumber: string } | null } | null) =>
  order?.company ? { company: order.company.name, taxNumber: order.company.taxNumber } : {};

type Asked = {
  /** What the page's address asks for: the id of an address, or `another`. */
  to: string | undefined;
  /** What is known where none of them is chosen, and for one that is typed. */
  typed: KnownAddress;
  blank: KnownAddress;
  /** Whether the form begins with what is known all the same. */
  keepsTyped: boolean;
  query: string;
  countries: Countries;
  locale: Locale;
};

/** The addresses that a member keeps as a checkout offers them, and what its form begins with: the one that is asked for, else the first that is served. */
export function bookOf(addresses: readonly SavedAddress[], asked: Asked): { known: KnownAddress; book: AddressBook } {
  const { to, typed, blank, keepsTyped, query, countries, locale } = asked;
  const served: ReadonlySet<string> = new Set(countries.map(({ value }) => value));
  const saved = addresses.map((address) => savedChoice(address, served.has(address.country), locale));
  const open = saved.filter(({ isServed }) => isServed);
  const chosen = open.find(({ id }) => id === to) ?? (to === another || keepsTyped ? undefined : open[0]);
  const unkept = to === another ? blank : typed;
  return {
    known: chosen?.known ?? unkept,
    book: { saved, chosen: chosen?.id ?? another, query, blank, hasRoom: saved.length < mostAddresses },
  };
}

function savedChoice(address: SavedAddress, isServed: boolean, locale: Locale): SavedAddressChoice {
  const { id, firstSince: _, ...known } = address;
  const lines = addressLines(sentOf(address)).filter(({ who }) => !who);
  const parts = [...lines.map(({ text }) => text), countryName(address.country, locale), address.company];
  return { id, title: address.name, lines: parts.filter(Boolean).join(', '), isServed, known };
}

/** The country that a form begins with: that of what is known, else the shop's own; the browser knows more of a reader without an order. */
export function firstCountry(
  known: KnownAddress,
  countries: Countries,
  { home, locale }: { home?: string; locale: Locale },
) {
  const served = countries.map(({ value }) => value);
  return (countryToShow(served, { own: [known.country], home, locale }) || 'US') as CountryCode;
}

/** Where goods are sent, in a drop only where it goes; without any, all that an address may name, each of which is then refused. */
export function countriesIn(offers: Offers, regions: string[], locale: Locale) {
  const open = countryCodes.filter((code) => offers[code] && (regions.length === 0 || regions.includes(code)));
  return (open.length > 0 ? open : [...countryCodes])
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
