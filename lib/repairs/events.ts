/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
import type { RepairState } from './schema';

/** What its notices need to know of a move: whether the unit came locked or with its owner's data, by which version of the quote, and whose answer that was. */
export type MoveFacts = { locked?: boolean; version?: number; byOwner?: boolean };

declare module '@/lib/core/events' {
  interface Events {
    'repair.asked': { repairId: string };
    'repair.moved': { repairId: string; state: RepairState } & MoveFacts;
  }
}
