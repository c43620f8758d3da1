import { isMember, may, memberId, type Actor } from '@/lib/core/actor';

type Written = { memberId: string };

/** Why the actor may not write, vote or report, as the refusal's code; null when they may. */
export function refusalToSpeak(actor: Actor): string | null {
  if (!isMember(actor)) return 'signed-out';
  return actor.confirmed ? null : 'unconfirmed';
}

/** Nobody finds their own review helpful, reports it, or decides about it. */
export function isOwn(actor: Actor, review: Written): boolean {
  return memberId(actor) === review.memberId;
}

/** Who reads all reviews, hidden ones too, and what is said against them. */
export function canReadReviews(actor: Actor): boolean {
  return may(actor, 'reviews.read');
}

/** Who hides and restores, and decides about reports: never about their own. */
export function canHide(actor: Actor, review: Written): boolean {
  return may(actor, 'reviews.hide') && !isOwn(actor, review);
}

/** Who speaks for the brand. */
export function canAnswer(actor: Actor): boolean {
  return may(actor, 'reviews.answer');
}
