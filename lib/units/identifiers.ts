export { plainIdentifier } from './published';

/** Whether a text is an IMEI: 15 digits of which the last is the check digit of the others (Luhn, as 3GPP TS 23.003, annex B, says). */
export function isImei(text: string): boolean {
  if (!/^\d{15}$/.test(text)) return false;
  const sum = [...text].reduce((all, digit, at) => {
    const value = at % 2 === 1 ? 2 * Number(digit) : Number(digit);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether a text is an EID of an eSIM: 32 digits that leave 1 when divided by 97 (GSMA SGP.02, 2.2.2). */
export function isEid(text: string): boolean {
  return /^\d{32}$/.test(text) && BigInt(text) % 97n === 1n;
}

/** What a number that is not the serial is; null where it is neither. */
export function kindOf(text: string): 'IMEI' | 'EID' | null {
  return isImei(text) ? 'IMEI' : isEid(text) ? 'EID' : null;
}

/** A serial as others than its owner see it: its last signs, of which there are at most three and never more than a third. */
export function maskedSerial(serial: string): string {
  const signs = [...serial];
  return `•••${signs.slice(signs.length - Math.min(3, Math.floor(signs.length / 3))).join('')}`;
}
