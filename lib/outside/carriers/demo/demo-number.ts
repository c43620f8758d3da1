const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** The number of a parcel, with its check digit as the Universal Postal Union’s standard S10 reckons it; `XX` is no country. */
export function numberOf(serial: number): string {
  const digits = String(serial).padStart(8, '0');
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * weights[at]!, 0);
  const rest = 11 - (sum % 11);
  return `DM${digits}${rest === 10 ? 0 : rest === 11 ? 5 : rest}XX`;
}

/** The serial within the number of a parcel; null where it is none of this carrier's. */
export function serialOf(tracking: string): number | null {
  const serial = Number(/^DM(\d{8})\dXX$/.exec(tracking)?.[1] ?? Number.NaN);
  return Number.isNaN(serial) || numberOf(serial) !== tracking ? null : serial;
}
