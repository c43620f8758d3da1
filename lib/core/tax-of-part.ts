import { halfUp } from './half-up';

/**
 * What of a part that goes back is tax, where so much of it went back before: what the whole bears less what went before, so that the parts of a
 * sum always come to its tax, however they are rounded.
 */
export const taxOfPart = (part: number, before: number, whole: { taxMinor: number; totalMinor: number }): number =>
  taxWithin(before + part, whole) - taxWithin(before, whole);

/** What of a sum that went back is tax, by the share that it had of what was paid; rounded half up. */
export function taxWithin(sum: number, { taxMinor, totalMinor }: { taxMinor: number; totalMinor: number }): number {
  return totalMinor === 0 ? 0 : halfUp(BigInt(sum) * BigInt(taxMinor), BigInt(totalMinor));
}
