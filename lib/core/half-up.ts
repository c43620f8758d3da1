/** A fraction of whole numbers, rounded half up; in bigints, since an amount times a rate is more than a number holds. */
export function halfUp(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}
