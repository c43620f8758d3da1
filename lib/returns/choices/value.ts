import type { ReturnOutcome } from '../schema';

/**
 * A line of an order with what was paid for all of its pieces, and how many of them came back in earlier returns and in this one. A protection of the price
 * has given something back for those pieces that had not come back then.
 */
export type ReturnedLine = {
  grossMinor: number;
  quantity: number;
  before: number;
  counted: number;
  protections?: readonly { amountMinor: number; back: number }[];
};

/**
 * What the pieces of a line that came back are worth, in minor units: their share of what was paid for the line. Shares are cut so that those of all
 * its pieces come to the line's own amount, whatever comes back when.
 */
export function valueOfPieces({ grossMinor, quantity, before, counted, protections = [] }: ReturnedLine): number {
  const share = (minor: number, pieces: number, of: number) => Number((BigInt(minor) * BigInt(pieces)) / BigInt(of));
  const upTo = (wanted: number) => {
    const pieces = Math.min(wanted, quantity);
    return protections.reduce(
      (sum, { amountMinor, back }) => sum - share(amountMinor, Math.max(0, pieces - back), quantity - back),
      share(grossMinor, pieces, quantity),
    );
  };
  return upTo(before + counted) - upTo(before);
}

type Worth = {
  values: readonly number[];
  /** What was paid for shipping; goes back where all of an order comes back by a withdrawal. */
  shippingMinor: number;
  allBack: boolean;
  deductMinor: number;
};

/** What goes back for a return, in minor units: the value of what was counted, and never less than nothing. */
export function refundOf({ values, shippingMinor, allBack, deductMinor }: Worth): number {
  const value = values.reduce((sum, each) => sum + each, allBack ? shippingMinor : 0);
  return Math.max(0, value - deductMinor);
}

/** Whether pieces of a line that came back go back to their buyer. */
export const goesBack = ({ counted, outcome }: { counted: number | null; outcome: ReturnOutcome | null }): boolean =>
  outcome === 'SEND_BACK' && (counted ?? 0) > 0;
