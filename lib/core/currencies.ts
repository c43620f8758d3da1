/**
 * How many minor units make one unit of a currency, as a power of ten: ISO 4217, list one. Kept here because what is
 * stored must mean the same in every version of Node and in every browser, whose own tables differ (HUF, IDR, COP).
 */
const digits = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: [
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK',
    'DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL',
    'MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK',
    'SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  ].join(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
} as const;

/** The exponent of each currency that ISO 4217 lists. */
export const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(digits).flatMap(([count, codes]) => codes.split(' ').map((code) => [code, Number(count)] as const)),
);

/** Signs that belong to one currency in the languages of this store, and those that several currencies share. */
export const ownSigns: Readonly<Record<string, string>> = {
  EUR: '€',
  GBP: '£',
  INR: '₹',
  KRW: '₩',
  ILS: '₪',
  VND: '₫',
  PHP: '₱',
  BRL: 'R$',
  TWD: 'NT$',
  USD: 'US$',
  CAD: 'CA$',
  AUD: 'A$',
  NZD: 'NZ$',
  HKD: 'HK$',
  SGD: 'S$',
  MXN: 'MX$',
  JPY: 'JP¥',
  CNY: 'CN¥',
};
export const sharedSigns: Readonly<Record<string, string>> = {
  USD: '$',
  CAD: '$',
  AUD: '$',
  NZD: '$',
  HKD: '$',
  SGD: '$',
  MXN: '$',
  TWD: '$',
  JPY: '¥',
  CNY: '¥',
};
