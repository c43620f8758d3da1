import { asCode, asTyped } from '@/lib/core/typed';

import { continents, type CountryCode } from './choices/continents';

export type { CountryCode } from './choices/continents';

export type Part = 'state' | 'province' | 'prefecture' | 'district' | 'region' | 'emirate' | 'governorate' | 'county';

/** `part` is what the region is called there; null where an address names none, and `region` says whether it must. */
type AddressRule = {
  postcode: RegExp | null;
  region: boolean;
  part: Part | null;
  written?: [parts: RegExp, as: string];
  /** Nothing is known of how it is written there. */
  loose?: true;
};

/** What an address needs in countries whose rules are known here, and how their postcode is written in parts. */
const known = {
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
  AE: { postcode: null, region: true, part: 'emirate' },
  AR: { postcode: /^([A-Z]?\d{4}|[A-Z]\d{4}[A-Z]{3})$/, region: false, part: 'province' },
  AT: digits(4),
  BE: digits(4),
  BG: digits(4),
  BR: { ...digits(8, 5, '-'), region: true, part: 'state' },
  CH: digits(4),
  CL: { ...digits(7), part: 'region' },
  CY: digits(4),
  CZ: digits(5, 3),
  DK: digits(4),
  EE: digits(5),
  EG: { ...digits(5), part: 'governorate' },
  FI: digits(5),
  GR: digits(5, 3),
  HR: digits(5),
  HU: digits(4),
  ID: { ...digits(5), part: 'province' },
  IE: { postcode: /^[A-Z]\d[\dW] [A-Z\d]{4}$/, region: false, part: null, written: [/^(...)(....)$/, '$1 $2'] },
  IL: digits(7),
  IN: { ...digits(6), region: true, part: 'state' },
  IS: digits(3),
  KZ: digits(6),
  LI: digits(4),
  LT: digits(5),
  LU: digits(4),
  LV: digits(4),
  MA: digits(5),
  MC: digits(5),
  MO: { postcode: null, region: false, part: null },
  MT: { postcode: /^[A-Z]{3} \d{4}$/, region: false, part: null, written: [/^(...)(....)$/, '$1 $2'] },
  MX: { ...digits(5), region: true, part: 'state' },
  MY: { ...digits(5), region: true, part: 'state' },
  NO: digits(4),
  PH: { ...digits(4), part: 'province' },
  PL: digits(5, 2, '-'),
  PT: digits(7, 4, '-'),
  QA: { postcode: null, region: false, part: null },
  RO: { ...digits(6), part: 'county' },
  RS: digits(5),
  SA: digits(5),
  SE: digits(5, 3),
  SI: digits(4),
  SK: digits(5, 3),
  TH: { ...digits(5), part: 'province' },
  TR: { ...digits(5), part: 'province' },
  TW: { postcode: /^\d{3}(\d{2,3})?$/, region: false, part: null },
  UA: { ...digits(5), part: 'region' },
  VN: { postcode: /^\d{5,6}$/, region: false, part: 'province' },
  ZA: { ...digits(4), part: 'province' },
} as const satisfies Partial<Record<CountryCode, AddressRule>>;

// Elsewhere a parcel finds its way with what its buyer writes.
const free: AddressRule = {
  postcode: /^([A-Z\d][A-Z\d -]{0,10}[A-Z\d])?$/,
  region: false,
  part: 'region',
  loose: true,
};

/** So many digits, which are written apart behind the first few of them in some countries. */
function digits(count: number, first?: number, sign = ' '): AddressRule & { region: false; part: null } {
  const rest = count - (first ?? 0);
  const postcode = new RegExp(first ? `^\\d{${first}}${sign}\\d{${rest}}$` : `^\\d{${count}}$`);
  return {
    postcode,
    region: false,
    part: null,
    ...(first && { written: [new RegExp(`^(.{${first}})(.{${rest}})$`), `$1${sign}$2`] }),
  };
}

/** Every country that an address may name, by its code. */
export const countryCodes = Object.values(continents).flat() as [CountryCode, ...CountryCode[]];
const all: ReadonlySet<string> = new Set(countryCodes);

/** What an address needs in a country. */
export const addressRule = (country: CountryCode): AddressRule =>
  Object.hasOwn(known, country) ? known[country as keyof typeof known] : free;

/** Whether a code names a country. */
export function isCountry(code: string): code is CountryCode {
  return all.has(code);
}

/** A postcode as its country writes it, however it was typed: in capitals, its parts set apart as they are there. */
export function asPostcode(country: CountryCode, typed: string): string {
  const { written, loose } = addressRule(country);
  if (loose) return asTyped(typed).toUpperCase();
  const plain = asCode(typed);
  return written ? plain.replace(...written) : plain;
}

/** Whether a postcode, as its country writes it, can exist in a country; empty where the country has none. */
export function postcodeFits(country: CountryCode, postcode: string): boolean {
  const { postcode: shape } = addressRule(country);
  return shape === null ? postcode === '' : shape.test(postcode);
}
