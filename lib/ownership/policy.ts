import { type Actor, may } from '@/lib/core/actor';
import type { OwnerClaimState } from '@/lib/core/prisma-client/enums';

/** Product owners read what owners answer, and decide what becomes of it. */
export function canTriageVoices(actor: Actor): boolean {
  return may(actor, 'ownership.triageVoices');
}

/** Who writes a product writes what it asks its owners. */
export function canEditQuestions(actor: Actor): boolean {
  return may(actor, 'ownership.editQuestions');
}

/** Who reads requests for devices with their proofs, and decides them. */
export function canDecideClaims(actor: Actor): boolean {
  return may(actor, 'ownership.decideClaims');
}

/**
 * What may become of a request for a device; everything else is refused. Where its device has another owner by then, an accepted one is asked anew, and
 * one that was objected to is accepted against the new owner.
 */
export const claimMoves = {
  ASKED: ['ACCEPTED', 'MOVED', 'REFUSED', 'WITHDRAWN'],
  ACCEPTED: ['OBJECTED', 'MOVED', 'REFUSED', 'WITHDRAWN', 'ASKED'],
  OBJECTED: ['ACCEPTED', 'MOVED', 'REFUSED', 'WITHDRAWN'],
  MOVED: [],
  REFUSED: [],
  WITHDRAWN: [],
} as const satisfies Record<OwnerClaimState, readonly OwnerClaimState[]>;

/** The states from which a request may come to this one. */
export const claimStatesBefore = (next: OwnerClaimState): OwnerClaimState[] =>
  (Object.keys(claimMoves) as OwnerClaimState[]).filter((state) =>
    (claimMoves[state] as readonly OwnerClaimState[]).includes(next),
  );
