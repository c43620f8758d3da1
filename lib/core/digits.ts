/**
 * A whole number of either sign with its thousands apart, "12,345", as both languages of the interface write it. To make an
 * `Intl.NumberFormat` takes a phone longer than all the rest that a number on a page needs.
 */
export function groupDigits(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}
