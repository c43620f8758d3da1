import { messageLocale, type Locale } from './locale';

/** How many minor units make one unit of a currency, as a power of ten (ISO 4217, by the runtime's tables). */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Writes an amount of integer minor units in the reader's language. */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  const formatter = new Intl.NumberFormat(messageLocale(locale), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return formatter.format(minor / 10 ** minorDigits(currency));
}
