import { may, type Actor } from '@/lib/core/actor';
import type { UnitEventKind } from '@/lib/core/prisma-client/enums';

/** Who looks units up and reads their history. */
export function canReadUnits(actor: Actor): boolean {
  return may(actor, 'units.read');
}

/** Who registers units and notes what happened to them. */
export function canEditUnits(actor: Actor): boolean {
  return may(actor, 'units.edit');
}

/** What may happen to a unit next; everything else is refused. */
export const unitMoves = {
  MADE: ['RECEIVED', 'LOST', 'RECALLED', 'SCRAPPED'],
  RECEIVED: ['SHIPPED', 'LENT', 'LOST', 'REPAIRED', 'RECALLED', 'SCRAPPED'],
  SHIPPED: ['OWNED', 'LOST', 'RETURNED', 'RECALLED'],
  OWNED: ['TRANSFERRED', 'LOST', 'RETURNED', 'REPAIRED', 'RECALLED'],
  TRANSFERRED: ['TRANSFERRED', 'LOST', 'RETURNED', 'REPAIRED', 'RECALLED'],
  LENT: ['RETURNED', 'LOST', 'RECALLED'],
  LOST: ['FOUND', 'SCRAPPED'],
  FOUND: ['RECEIVED', 'RETURNED', 'SCRAPPED'],
  RETURNED: ['RECEIVED', 'REPAIRED', 'RECALLED', 'SCRAPPED'],
  REPAIRED: ['RECEIVED', 'RETURNED', 'REPAIRED', 'LOST', 'RECALLED', 'SCRAPPED'],
  RECALLED: ['RETURNED', 'REPAIRED', 'SCRAPPED'],
  SCRAPPED: [],
} as const satisfies Record<UnitEventKind, readonly UnitEventKind[]>;

/** Whether a unit that stands so may meet this next. */
export const canMeet = (state: UnitEventKind, next: UnitEventKind): boolean =>
  (unitMoves[state] as readonly UnitEventKind[]).includes(next);

/** What staff note by hand; the others follow from parcels and owners. */
export const notedKinds = ['RECEIVED', 'LOST', 'FOUND', 'RETURNED', 'REPAIRED', 'RECALLED', 'SCRAPPED'] as const;
export type NotedKind = (typeof notedKinds)[number];

/** What staff may note of a unit that stands so. */
export const notesFor = (state: UnitEventKind): NotedKind[] => notedKinds.filter((kind) => canMeet(state, kind));
