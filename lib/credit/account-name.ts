/** What an account is called where its holder is not named: a gift card by its last four signs. */
export const accountNameOf = ({ lastFour }: { lastFour: string | null }): string => lastFour ?? '–';
