import type { Address } from './schema';

export type SentTo = { shipCountry: string; shipPostcode: string; shipCity: string; shipLine1: string; shipLine2: string };

/**
 * A delivery address as a limit compares it: letters and digits alone, small, without accents, so that a comma, a capital
 * or a space makes no other address. The name on the parcel is no part of it. Chinese and other letters stay.
 */
export function addressWords({ shipCountry, shipPostcode, shipCity, shipLine1, shipLine2 }: SentTo): string {
  return [shipCountry, shipPostcode, shipCity, `${shipLine1}${shipLine2}`].map(bare).join('|');
}

/** The same of an address as it was typed. */
export function typedAddressWords({ country, postcode, city, line1, line2 }: Address): string {
  return addressWords({ shipCountry: country, shipPostcode: postcode, shipCity: city, shipLine1: line1, shipLine2: line2 });
}

function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
