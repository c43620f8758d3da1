import { asCode, asTyped } from '@/lib/core/typed';

/**
 * What follows the prefix of a VAT identification number in each member state and, as XI, in Northern Ireland: the structures that VIES names
 * (European Commission, ec.europa.eu/taxation_customs/vies, "What is the format of a VAT number?"). Greece writes EL.
 */
const vatShapes: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  // One of the first and the last is a letter at least.
  ES: /^([A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z\d+*]{9}B[A-Z\d+*]{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

/**
 * A tax number as it is kept, however it was typed: that of a company in China and the VAT number of a member state, with its prefix, without
 * spaces, dots and dashes; any other as it was written, in capitals. Null where it cannot be one of its country.
 */
export function asTaxNumber(country: string, text: string): string | null {
  if (country === 'CN') return chineseNumber(asCode(text));
  const state = country === 'GR' ? 'EL' : country;
  if (Object.hasOwn(vatShapes, state)) return vatNumber(state, asTyped(text).toUpperCase());
  const number = asTyped(text).toUpperCase();
  return otherShape.test(number) && asCode(number).length >= 4 ? number : null;
}

/** Whether an invoice for a company there has to say its tax number: a 发票 for one is given by its 税号. */
export const needsTaxNumber = (country: string): boolean => country === 'CN';

// How it looks elsewhere is not known here: Mexico's may have an &, Switzerland's a word behind it.
const otherShape = /^[\p{L}\p{N} .,/&+*-]{4,20}$/u;

// A company may have the parcel sent to another country than its own: a prefix tells whose the number is.
function vatNumber(state: string, typed: string): string | null {
  const plain = typed.replace(/[^A-Z\d+*]/g, '');
  const [said, rest] = [plain.slice(0, 2) === 'GR' ? 'EL' : plain.slice(0, 2), plain.slice(2)];
  if (Object.hasOwn(vatShapes, said) && vatShapes[said]!.test(rest)) return said + rest;
  return vatShapes[state]!.test(plain) ? state + plain : null;
}

// Numbers of before the unified code have 15, 17 or 20 signs and are still written on a 发票.
const older = /^([A-Z\d]{15}|[A-Z\d]{17}|[A-Z\d]{20})$/;

function chineseNumber(code: string): string | null {
  return isCreditCode(code) || older.test(code) ? code : null;
}

// The signs of a unified social credit code in the order of their values: no I, O, S, V and Z.
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether a text of capitals and digits is a unified social credit code by GB 32100-2015: eighteen signs, of which the last makes the weighted sum one of 31. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let [sum, weight] = [0, 1];
  for (const sign of code.slice(0, 17)) {
    const value = signs.indexOf(sign);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return signs.indexOf(code[17]!) === (31 - (sum % 31)) % 31;
}
