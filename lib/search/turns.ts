import { isMember, type Actor } from '@/lib/core/actor';
import { networkBudget } from '@/lib/core/network-budget';

/** How much each network of guests, and each member, may search for at once, and how often after that. */
export const searches = { atOnce: 30, eachSecond: 1 } as const;

const budget = networkBudget({
  name: 'searches',
  holds: 'How much each network of guests and each member may still search for.',
  ...searches,
});

/** Takes one of what somebody may still search for; false where they have nothing left at the moment. */
export function maySearch(actor: Actor, network: string): boolean {
  return budget.spend(isMember(actor) ? `member ${actor.id}` : `network ${network}`);
}
