/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    /** A member was given credit. */
    'credit.issued': { accountId: string; amountMinor: number };
  }
  interface Records {
    'credit.redeemed': { accountId: string };
  }
}
