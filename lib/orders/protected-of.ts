/** A line as its buyer paid it: the listed price of a piece and what a discount took off all of them, and what the line came to with its tax. */
type PaidLine = {
  quantity: number;
  priceMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  protections: readonly { amountMinor: number; back: number }[];
};

/**
 * By how much less a line would cost at another price of a piece, with its tax, for the pieces whose price did not go back (`back` of them did), less what
 * earlier prices brought these; all in minor units, rounded down. What a discount took off counts: who paid less than the new price gets nothing.
 */
export function protectedOf(line: PaidLine, { amountMinor, back }: { amountMinor: number; back: number }): number {
  const listed = line.priceMinor * line.quantity - line.discountMinor;
  const less = listed - amountMinor * line.quantity;
  if (less <= 0) return 0;
  const [gross, pieces] = [line.netMinor + line.taxMinor, Math.max(0, line.quantity - back)];
  // In bigints, since three amounts multiplied are more than a number holds.
  const all = (BigInt(gross) * BigInt(less) * BigInt(pieces)) / (BigInt(listed) * BigInt(line.quantity));
  const given = line.protections.reduce(
    (sum, each) => sum + (BigInt(each.amountMinor) * BigInt(pieces)) / BigInt(line.quantity - each.back),
    0n,
  );
  return Math.max(0, Number(all - given));
}
