import { may, type Actor } from '@/lib/core/actor';

/** Whether the actor makes, changes and ends discounts. */
export const canEditDiscounts = (actor: Actor): boolean => may(actor, 'discounts.edit');

/** How a discount stands at a moment. */
export function standOf(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date | null },
  now: Date,
): 'planned' | 'running' | 'over' {
  if (endsAt && endsAt <= now) return 'over';
  return startsAt > now ? 'planned' : 'running';
}
