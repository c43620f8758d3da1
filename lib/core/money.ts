import { exponents, ownSigns, sharedSigns } from './currencies';
import { groupDigits } from './digits';
import type { Locale } from './locale';

/** Whether ISO 4217 lists a code, so that amounts in it have a meaning. */
export function isCurrency(code: string): boolean {
  return exponents.has(code);
}

/** How many minor units make one unit of a currency, as a power of ten. */
export function minorDigits(currency: string): number {
  return exponents.get(currency) ?? 2;
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
