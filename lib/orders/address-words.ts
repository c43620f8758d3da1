import { foldLetters, foldWord, kanjiNumbers } from './address-folds';
import type { Address } from './schema';

export type SentTo = {
  shipCountry: string;
  shipPostcode: string;
  shipCity: string;
  shipLine1: string;
  shipLine2: string;
};

// There a postcode names a street or a few houses, so that the town adds nothing but ways to spell it.
const postcodeNamesStreet = new Set(['CA', 'GB', 'JP', 'KR', 'NL', 'SG']);

/**
 * A delivery address as a limit compares it. Numbers stay apart and in their order, so that two addresses with other
 * numbers are never one; commas, capitals, accents, common abbreviations and letters that look alike make no other address.
 * The name on the parcel and the region are no part of it.
 */
export function addressWords({ shipCountry, shipPostcode, shipCity, shipLine1, shipLine2 }: SentTo): string {
  const town = postcodeNamesStreet.has(shipCountry) && shipPostcode ? '' : runsOf(shipCity, shipCountry);
  return [
    shipCountry,
    codeOf(shipPostcode, shipCountry),
    town,
    runsOf(`${shipLine1} , ${shipLine2}`, shipCountry),
  ].join('|');
}

/** The same of an address as it was typed. */
export function typedAddressWords({ country, postcode, city, line1, line2 }: Address): string {
  return addressWords({
    shipCountry: country,
    shipPostcode: postcode,
    shipCity: city,
    shipLine1: line1,
    shipLine2: line2,
  });
}

// The four digits behind an American ZIP code name the carrier's round, not another place.
function codeOf(postcode: string, country: string): string {
  const bare = postcode
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return country === 'US' ? bare.slice(0, 5) : bare;
}

/** Runs of digits and of letters in their order, each behind a mark; words that follow each other are one run of letters. */
function runsOf(text: string, country: string): string {
  const folded = kanjiNumbers(foldLetters(text));
  const parts = (country === 'JP' ? withoutUnits(folded) : folded).match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? [];
  return parts.reduce((line, part, at) => {
    const [digits, before] = [isNumber(part), parts[at - 1]];
    return line + (digits || (before !== undefined && isNumber(before)) ? '.' : '') + (digits ? part : foldWord(part));
  }, '');
}

const isNumber = (part: string): boolean => /^\p{N}/u.test(part);

// 1丁目2番3号 and 1-2-3 are one place.
function withoutUnits(text: string): string {
  return text.replace(/(?<=\p{N})\s*(?:丁目|番地|番|号室|号|室|の)/gu, ' ');
}
