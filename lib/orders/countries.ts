import { asCode } from '@/lib/core/typed';

/** `part` is what the region is called there; null where an address names none, and `region` says whether it must. */
type AddressRule = {
  postcode: RegExp | null;
  region: boolean;
  part: 'state' | 'province' | 'prefecture' | 'district' | null;
  written?: [parts: RegExp, as: string];
};

/** What an address needs in each country that the brand ships to, and how its postcode is written in parts. */
export const addressRules = {
  AU: { postcode: /^\d{4}$/, region: true, part: 'state' },
  CA: {
    postcode: /^[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d$/,
    region: true,
    part: 'province',
    written: [/^(...)(...)$/, '$1 $2'],
  },
  CN: { postcode: /^\d{6}$/, region: true, part: 'province' },
  DE: { postcode: /^\d{5}$/, region: false, part: null },
  ES: { postcode: /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/, region: false, part: 'province' },
  FR: { postcode: /^\d{5}$/, region: false, part: null },
  GB: {
    postcode: /^(GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})$/,
    region: false,
    part: null,
    written: [/^(.+)(...)$/, '$1 $2'],
  },
  HK: { postcode: null, region: false, part: 'district' },
  IT: { postcode: /^\d{5}$/, region: false, part: 'province' },
  JP: { postcode: /^\d{3}-\d{4}$/, region: true, part: 'prefecture', written: [/^(...)(....)$/, '$1-$2'] },
  KR: { postcode: /^\d{5}$/, region: false, part: 'province' },
  NL: { postcode: /^[1-9]\d{3} [A-Z]{2}$/, region: false, part: null, written: [/^(....)(..)$/, '$1 $2'] },
  NZ: { postcode: /^\d{4}$/, region: false, part: null },
  SG: { postcode: /^\d{6}$/, region: false, part: null },
  US: { postcode: /^\d{5}(-\d{4})?$/, region: true, part: 'state', written: [/^(.{5})(....)$/, '$1-$2'] },
} as const satisfies Record<string, AddressRule>;

export type CountryCode = keyof typeof addressRules;
export const countryCodes = Object.keys(addressRules) as [CountryCode, ...CountryCode[]];

/** Whether a code names a country that the brand ships to. */
export function isCountry(code: string): code is CountryCode {
  return Object.hasOwn(addressRules, code);
}

/** A postcode as its country writes it, however it was typed: in capitals, its parts set apart as they are there. */
export function asPostcode(country: CountryCode, typed: string): string {
  const { written }: AddressRule = addressRules[country];
  const plain = asCode(typed);
  return written ? plain.replace(...written) : plain;
}

/** Whether a postcode, as its country writes it, can exist in a country; empty where the country has none. */
export function postcodeFits(country: CountryCode, postcode: string): boolean {
  const { postcode: shape } = addressRules[country];
  return shape === null ? postcode === '' : shape.test(postcode);
}
