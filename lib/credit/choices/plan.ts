/** A balance that may be spent. */
export type Spendable = { accountId: string; balanceMinor: number };

/** What is taken of each. */
export type CreditPart = { accountId: string; amountMinor: number };

/** How a sum is taken out of balances, in their order; of less than it where they have less. */
export function planCredit(balances: readonly Spendable[], mostMinor: number): CreditPart[] {
  let left = mostMinor;
  return balances.flatMap(({ accountId, balanceMinor }) => {
    const amountMinor = Math.min(left, balanceMinor);
    left -= amountMinor;
    return amountMinor > 0 ? [{ accountId, amountMinor }] : [];
  });
}

/** What balances come to. */
export const sumOf = (parts: readonly { balanceMinor: number }[]): number =>
  parts.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0);
