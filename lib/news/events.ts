/** What happens in this domain, and what each event carries: ids alone. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    'news.asked': { consentId: string };
    'news.confirmed': { consentId: string };
  }
}
