import { exponents, ownSigns, sharedSigns } from './currencies';
import { groupDigits } from './digits';
import type { Locale } from './locale';

/**
 * The largest amount that is taken anywhere, in minor units. Nine thousand of them add up to a number that JavaScript holds
 * exactly (2^53), so amounts and their sums are plain numbers though their columns are `bigint`.
 */
export const mostMinor = 1_000_000_000_000;

/** An amount of the database as a number; one that a number cannot hold exactly is a bug and is thrown. */
export function amount(stored: bigint | number): number {
  const read = Number(stored);
  if (!Number.isSafeInteger(read)) throw new RangeError(`The amount ${stored} is out of bounds`);
  return read;
}

/** The same of a column that may be empty. */
export function maybeAmount(stored: bigint | number | null): number | null {
  return stored === null ? null : amount(stored);
}

/** A row of a table as it is read, its amounts as numbers. */
export type InNumbers<Row> = {
  [Name in keyof Row]: Row[Name] extends bigint ? number : Row[Name] extends bigint | null ? number | null : Row[Name];
};

/** Rows of a raw statement, with those of their columns that end in `Minor` as numbers. */
export function withAmounts<T extends object>(rows: T[]): T[] {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name.endsWith('Minor')) as (keyof T)[];
  for (const row of rows) for (const name of names) row[name] = maybeAmount(row[name] as bigint | null) as T[keyof T];
  return rows;
}

/** Whether ISO 4217 lists a code, so that amounts in it have a meaning. */
export function isCurrency(code: string): boolean {
  return exponents.has(code);
}

/** How many minor units make one unit of a currency, as a power of ten. */
export function minorDigits(currency: string): number {
  return exponents.get(currency) ?? 2;
}

/** An amount as it is typed, in minor units: digits with at most as many decimals as the currency has; null when it is none, or more than `most`. */
export function readAmount(text: string, currency: string, most = 2_000_000_000): number | null {
  const digits = minorDigits(currency);
  const read = /^(\d{1,13})(?:[.,](\d+))?$/.exec(text);
  if (!read || (read[2]?.length ?? 0) > digits) return null;
  const minor = Number(read[1]) * 10 ** digits + Number((read[2] ?? '').padEnd(digits, '0') || 0);
  return minor <= most ? minor : null;
}

/** An amount as schema.org and other programs read it: digits and a point, never a sign. */
export function plainAmount(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/**
 * Writes an amount of integer minor units in the reader's language, with a sign that no other currency has there. The bare sign
 * is for `home`, the brand's own currency.
 */
export function formatMoney(minor: number, currency: string, locale: Locale, home: string): string {
  const sign = signOf(currency, locale, home);
  const digits = minorDigits(currency);
  const [unit, all] = [10 ** digits, Math.abs(minor)];
  const part = digits > 0 ? `.${String(all % unit).padStart(digits, '0')}` : '';
  const number = groupDigits(Math.trunc(all / unit)) + part;
  // A code of letters stands apart from the figures, a sign does not.
  return `${minor < 0 ? '-' : ''}${sign}${/[A-Z]$/.test(sign) ? '\u00A0' : ''}${number}`;
}

// The bare $ or ¥ is for the brand's own currency alone; a Chinese reader takes a bare sign for the yuan, and so only that has it there.
function signOf(currency: string, locale: Locale, home: string): string {
  const bare = currency === home && (locale === 'en' || currency === 'CNY');
  return (bare ? sharedSigns[currency] : undefined) ?? ownSigns[currency] ?? currency;
}
