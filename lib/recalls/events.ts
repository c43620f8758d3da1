/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    /** Owners are to be told, of these units; by the link that is theirs. */
    'recall.told': { recallId: string; links: string[]; again: boolean };
    /** Those who were told by these links hear it. */
    'recall.withdrawn': { recallId: string; links: string[] };
  }
  interface Records {
    'recall.published': { recallId: string; units: number };
    'recall.closed': { recallId: string };
    'recall.answered': { recallUnitId: string };
  }
}
