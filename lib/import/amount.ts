import { minorDigits } from '@/lib/core/money';

export type Amount = { minor: number } | { code: string; reason: string };

// The largest amount that fits PostgreSQL's integer.
const MAX_MINOR = 2_147_483_647;

const NUMBER = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * Reads a price as written in a spreadsheet into minor units, by its digits alone: never through a float. Where cells are
 * parted by semicolons a comma is likely the decimal mark, so that `1,299` alone is no amount there.
 */
export function parseAmount(text: string, currency: string, delimiter = ',', most = MAX_MINOR): Amount {
  const bare = stripCurrency(text.trim(), currency);
  if (/^(-|\(.*\)$)/.test(bare)) return { code: 'amount-negative', reason: `"${text}" is negative` };
  const match = NUMBER.exec(bare);
  if (!match) return { code: 'amount-format', reason: `"${text}" is not an amount in ${currency}` };
  if (delimiter === ';' && match[1]?.includes(',') && !match[2]) {
    return {
      code: 'amount-ambiguous',
      reason: `"${text}" may be a whole number or have decimals: write it with a point, or without a comma`,
    };
  }
  const digits = minorDigits(currency);
  const fraction = match[2] ?? '';
  if (fraction.length > Math.max(2, digits) || /[1-9]/.test(fraction.slice(digits))) {
    return { code: 'amount-decimals', reason: `"${text}" has more than the ${digits} decimals of ${currency}` };
  }
  const whole = (match[1] ?? '').replaceAll(',', '');
  const minor = whole.length > 12 ? Infinity : Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (minor > most) return { code: 'amount-too-large', reason: `"${text}" is larger than Millet can hold` };
  return { minor };
}

/** Only the store's own currency mark is taken off: a foreign one makes the amount unreadable. */
function stripCurrency(text: string, currency: string): string {
  for (const mark of marksOf(currency)) {
    if (text.startsWith(mark)) return text.slice(mark.length).trim();
    if (text.endsWith(mark)) return text.slice(0, -mark.length).trim();
  }
  return text;
}

const marksOf = remember((currency: string): string[] => {
  const symbol = (currencyDisplay: 'symbol' | 'narrowSymbol') =>
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? currency;
  return [currency, symbol('symbol'), symbol('narrowSymbol')];
});

/** Asking Intl costs far more than reading the price. */
function remember<T>(ask: (currency: string) => T): (currency: string) => T {
  const known = new Map<string, T>();
  return (currency) => {
    const value = known.get(currency) ?? ask(currency);
    known.set(currency, value);
    return value;
  };
}
