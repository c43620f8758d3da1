import type { CountryCode } from './countries';

/** Price of sending one order to a zone, in minor units of each currency the brand sells in. */
export type Zone = Record<string, number>;

export const zones = {
  home: { USD: 900, EUR: 850, GBP: 750, CNY: 6500, JPY: 1350, CAD: 1250, AUD: 1400 },
  europe: { USD: 1200, EUR: 1100, GBP: 950, CNY: 8600, JPY: 1800, CAD: 1650, AUD: 1850 },
  asia: { USD: 700, EUR: 650, GBP: 550, CNY: 5000, JPY: 1050, CAD: 950, AUD: 1100 },
  pacific: { USD: 1500, EUR: 1400, GBP: 1200, CNY: 10800, JPY: 2250, CAD: 2050, AUD: 2300 },
} as const satisfies Record<string, Zone>;

/** Tax in hundredths of a percent. `included` says that prices shown already hold it. */
export type Tax = { basisPoints: number; included: boolean };

type Terms = { zone: keyof typeof zones; tax: Tax };

const added = (basisPoints: number): Tax => ({ basisPoints, included: false });
const inPrice = (basisPoints: number): Tax => ({ basisPoints, included: true });

/** For each country: how far it is and what tax an order there bears. Change them here as the law changes. */
export const terms: Record<CountryCode, Terms> = {
  AU: { zone: 'pacific', tax: inPrice(1000) },
  CA: { zone: 'home', tax: added(500) },
  CN: { zone: 'asia', tax: inPrice(1300) },
  DE: { zone: 'europe', tax: inPrice(1900) },
  ES: { zone: 'europe', tax: inPrice(2100) },
  FR: { zone: 'europe', tax: inPrice(2000) },
  GB: { zone: 'europe', tax: inPrice(2000) },
  HK: { zone: 'asia', tax: added(0) },
  IT: { zone: 'europe', tax: inPrice(2200) },
  JP: { zone: 'asia', tax: inPrice(1000) },
  KR: { zone: 'asia', tax: inPrice(1000) },
  NL: { zone: 'europe', tax: inPrice(2100) },
  NZ: { zone: 'pacific', tax: inPrice(1500) },
  SG: { zone: 'asia', tax: inPrice(900) },
  US: { zone: 'home', tax: added(0) },
};
