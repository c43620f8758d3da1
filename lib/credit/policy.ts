import { may, type Actor } from '@/lib/core/actor';

/** Whether the actor reads balances and what moved them. */
export const canReadCredit = (actor: Actor): boolean => may(actor, 'credit.read');

/** Whether the actor gives credit and issues gift cards, up to a sum. */
export const canIssueCredit = (actor: Actor): boolean => may(actor, 'credit.issue');

/** Whether the actor gives any sum, corrects balances and disables gift cards. */
export const canAdjustCredit = (actor: Actor): boolean => may(actor, 'credit.adjust');

/** How an account stands at a moment; who holds it may spend an active one alone. */
export function standOf(
  { disabledAt, expiresAt }: { disabledAt: Date | null; expiresAt: Date | null },
  now: Date,
): 'active' | 'disabled' | 'expired' {
  if (disabledAt) return 'disabled';
  return expiresAt && expiresAt <= now ? 'expired' : 'active';
}
