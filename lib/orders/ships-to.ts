import { countryCodes, isCountry } from './countries';
import { terms, zones, type Zone } from './rates';

/** Countries that orders in a currency can be sent to: those with a shipping price in it. */
export function shipsTo(currency: string): string[] {
  return countryCodes.filter((country) => (zones[terms[country].zone] as Zone)[currency] !== undefined);
}

/** Those of some country codes that nothing is sent to, in any currency. */
export function unservedOf(codes: readonly string[]): string[] {
  return codes.filter((code) => !isCountry(code));
}
