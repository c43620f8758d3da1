type Quote = { amountMinor: number; state: 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'REPLACED' };

/** The quote that holds, of all versions with the newest first: the last that was accepted, if none was declined after it. */
export function agreedQuote<Q extends Quote>(newestFirst: readonly Q[]): Q | null {
  const answered = newestFirst.find(({ state }) => state === 'ACCEPTED' || state === 'DECLINED');
  return answered?.state === 'ACCEPTED' ? answered : null;
}

/** Whether the owner has to agree to a price: it is one, and more than what they agreed to. */
export const needsConsent = (newestFirst: readonly Quote[], amountMinor: number): boolean =>
  amountMinor > (agreedQuote(newestFirst)?.amountMinor ?? 0);
