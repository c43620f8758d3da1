import { z } from 'zod';

import { currencyCode } from './brand';
import { maybeLine, maybeLines, nameLine, oneLine } from './fields';
import { mostMinor } from './money';
import { isZone } from './zoned-time';

const country = z.string().regex(/^[A-Z]{2}$/, 'code:bad-value');
const date = z.iso.date('code:bad-date');

/** Up to so many grams an order costs this to send; without a bound, whatever it weighs. */
const band = z.object({ upTo: z.int().min(1).max(10_000_000).nullable(), amountMinor: z.int().min(0).max(mostMinor) });
export type Band = z.output<typeof band>;

const bands = z
  .array(band)
  .min(1)
  .max(20)
  .refine((all) => all.every(({ upTo }, at) => at === 0 || weightOf(upTo) > weightOf(all[at - 1]!.upTo)), {
    error: 'code:weights-fall',
  });

/** Countries to which sending costs the same, and what it costs in each currency by weight. */
const zone = z.object({
  name: z.object({ en: nameLine(60), zh: maybeLine(60) }),
  countries: z.array(country).max(300),
  /** How many working days a parcel is on its way, at least and at most. */
  days: z.tuple([z.int().min(0).max(365), z.int().min(0).max(365)]).nullable(),
  rates: z.record(currencyCode, bands),
});
export type Zone = z.output<typeof zone>;

/** What a country or a region of it takes of a price, from a first day to a last one. */
const taxRate = z.object({
  country,
  /** A code of the country's regions; empty for all of them that have no rate of their own. */
  region: z
    .string()
    .regex(/^[A-Z]{0,3}$/, 'code:bad-value')
    .default(''),
  name: maybeLine(40),
  /** Parts per million. */
  ppm: z.int().min(0).max(1_000_000),
  /** Whether prices hold it there; null where the market says it. */
  included: z.boolean().nullable(),
  from: date.nullable(),
  until: date.nullable(),
});
export type TaxRate = z.output<typeof taxRate>;

const zones = z
  .array(zone)
  .max(30)
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    for (const [at, { countries, days }] of value.entries()) {
      if (days && days[1] < days[0]) issues.push({ ...custom(value, 'days-fall'), path: [at, 'days'] });
      if (countries.some((code) => seen.has(code)))
        issues.push({ ...custom(value, 'country-twice'), path: [at, 'countries'] });
      for (const code of countries) seen.add(code);
    }
  });

const taxes = z
  .array(taxRate)
  .max(400)
  .check(({ value, issues }) => {
    for (const [at, rate] of value.entries()) {
      const { from, until } = rate;
      if (from && until && until < from) issues.push({ ...custom(value, 'tax-ends-early'), path: [at, 'until'] });
      if (value.slice(0, at).some((other) => sameDay(rate, other)))
        issues.push({ ...custom(value, 'tax-twice'), path: [at, 'country'] });
    }
  });

const seller = z.object({
  name: maybeLine(120),
  address: maybeLines(400),
  taxNumbers: z.array(z.object({ name: nameLine(40), number: oneLine(40) })).max(20),
});

/** Whose shop it is in the eyes of the law. */
export type Seller = z.output<typeof seller>;

/** Who sells, as a version of a market says. */
export const sellerOf = (data: unknown): Seller => z.object({ seller }).parse(data).seller;

/** Where goods go back to, as a version of a market says; empty where it says nothing. */
export const returnAddressOf = (data: unknown): string =>
  z.object({ returnAddress: z.string().default('') }).parse(data).returnAddress;

/** In whose days a market reckons, as a version of it says. */
export const marketZone = (data: unknown): string => z.object({ timeZone: z.string() }).parse(data).timeZone;

const range = (most: number) => z.int().min(0).max(most);

/** What a shop promises with every order; null where it says nothing. */
const promises = z.object({
  /** Working days until a parcel leaves, at most. */
  packing: range(60).nullable(),
  /** Days in which a thing may be sent back after it came. */
  returns: range(365).nullable(),
  /** Months for which a thing is guaranteed. */
  warranty: range(240).nullable(),
  /** Months for which a repair is guaranteed from its hand-over on. */
  repair: range(60).nullable().default(12),
  /** Days after paying in which a buyer gets the difference back where a thing costs less. */
  protection: range(90).nullable().default(null),
});
export type Promises = z.output<typeof promises>;

const noPromises: Promises = { packing: null, returns: null, warranty: null, repair: 12, protection: null };

/** What was promised with an order, as the version of its market says. */
export const promisesOf = (data: unknown): Promises =>
  z.object({ promises: promises.default(noPromises) }).parse(data).promises;

/** How long a delivery to a zone takes: until the parcel leaves, and on its way; null where one of the two is not said. */
export function deliveryTime(
  { packing }: Promises,
  days: Zone['days'],
): { packing: number; days: [number, number] } | null {
  return packing === null || days === null ? null : { packing, days };
}

/** Who sells, from where, where to and under which terms, as it is stored. */
export const marketData = z.object({
  seller,
  returnAddress: maybeLines(400),
  /** The currency in which prices and rates are given first. */
  currency: currencyCode,
  /** In whose days the tax rates begin and end. */
  timeZone: z.string().refine(isZone, 'code:bad-value'),
  /** Whether prices hold the tax where no rate says it. */
  taxIncluded: z.boolean(),
  zones,
  taxes,
  // Versions that were saved before there were any hold none.
  promises: promises.default(noPromises),
  /** Whether a reduction is compared with the lowest price of the 30 days before it, as Directive 98/6/EC asks, and not with a price that the shop names. */
  priorPrice: z.boolean().default(false),
});
export type MarketData = z.output<typeof marketData>;

/** The tax of a bill: its rate in parts per million, and whether prices hold it. */
export type Tax = z.output<typeof tax>;

const tax = z.object({ name: z.string(), ppm: z.number(), included: z.boolean() });

/** What an order keeps of its market beside the version of it. */
export type Terms = z.output<typeof terms>;

const terms = z.object({
  tax,
  shipping: z.object({
    zone: z.object({ en: z.string(), zh: z.string() }),
    days: z.tuple([z.number(), z.number()]).nullable(),
  }),
});

/** The terms of an order as its row keeps them. */
export const readTerms = (stored: unknown): Terms => terms.parse(stored);

/** A market as one version of it says; version 0 is that of a shop that has saved none. */
export type StoredMarket = MarketData & { market: number; version: number };

/** The first market of a shop, and the only one of a small one. */
export const firstMarket = 1;

/** Stands in while no market was saved: it sends nothing anywhere. */
export const emptyMarket: StoredMarket = {
  market: firstMarket,
  version: 0,
  seller: { name: '', address: '', taxNumbers: [] },
  returnAddress: '',
  currency: 'USD',
  timeZone: 'UTC',
  taxIncluded: false,
  zones: [],
  taxes: [],
  promises: noPromises,
  priorPrice: false,
};

function weightOf(upTo: number | null): number {
  return upTo ?? Infinity;
}

function sameDay(a: TaxRate, b: TaxRate): boolean {
  const [aLast, bLast] = [a.until ?? '9999', b.until ?? '9999'];
  return a.country === b.country && a.region === b.region && (a.from ?? '') <= bLast && (b.from ?? '') <= aLast;
}

function custom(input: unknown, code: string) {
  return { code: 'custom' as const, message: `code:${code}`, input };
}
