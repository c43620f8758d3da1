import {
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/mobile';

import { asTyped } from '@/lib/core/typed';

/** A mobile number in its one spelling (E.164), and the country that it is of. */
export type Phone = { number: string; country: string };

const countries: ReadonlySet<string> = new Set(getCountries());

/**
 * A mobile number as it was meant, however it was typed: with a country's code, or as one dials it within `country`. Null for what no mobile
 * phone has: the numbers of landlines, paid services and satellites are none.
 */
export function asPhone(text: string, country: string): Phone | null {
  const typed = asTyped(text.slice(0, 100));
  if (typed.length > 40 || !countries.has(country)) return null;
  const read = parsePhoneNumberFromString(typed, { defaultCountry: country as CountryCode, extract: false });
  if (!read?.country || read.ext || !read.isValid()) return null;
  return { number: read.number, country: read.country };
}

/** The code that numbers of a country begin with, such as +86; null for a country that has none of its own. */
export function callingCode(country: string): string | null {
  return countries.has(country) ? `+${getCountryCallingCode(country as CountryCode)}` : null;
}

/** A number in E.164 as people read it, such as +86 138 0013 8000. */
export const shownPhone = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational() ?? number;

/** The country of a number in E.164; null where it is no mobile number any more. */
export const countryOf = (number: string): string | null => parsePhoneNumberFromString(number)?.country ?? null;
