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
  SHIPPED: ['OWNED', 'LOST', 'RETURNED', 'RECALLED', 'REFUNDED'],
  OWNED: ['TRANSFERRED', 'LOST', 'RETURNED', 'IN_REPAIR', 'REPAIRED', 'RECALLED', 'REFUNDED'],
  TRANSFERRED: ['TRANSFERRED', 'LOST', 'RETURNED', 'IN_REPAIR', 'REPAIRED', 'RECALLED', 'REFUNDED'],
  LENT: ['RETURNED', 'LOST', 'RECALLED'],
  LOST: ['FOUND', 'SCRAPPED'],
  FOUND: ['OWNED', 'RECEIVED', 'RETURNED', 'SCRAPPED'],
  RETURNED: ['RECEIVED', 'REPAIRED', 'RECALLED', 'SCRAPPED'],
  IN_REPAIR: ['REPAIRED', 'OWNED', 'LOST', 'RETURNED', 'RECALLED', 'SCRAPPED', 'REFUNDED'],
  REPAIRED: ['OWNED', 'IN_REPAIR', 'RECEIVED', 'RETURNED', 'REPAIRED', 'LOST', 'RECALLED', 'SCRAPPED'],
  // What the shop has is kept back by it: no parcel takes it before it is mended and received again.
  RECALLED: ['RECEIVED', 'RETURNED', 'LOST', 'IN_REPAIR', 'REPAIRED', 'SCRAPPED'],
  SCRAPPED: [],
  REFUNDED: ['LOST', 'RETURNED', 'RECALLED', 'SCRAPPED'],
  // Written beside the state, which stays: no unit stands so.
  REMEDIED: [],
} as const satisfies Record<UnitEventKind, readonly UnitEventKind[]>;

/** Whether a unit that stands so may meet this next. */
export const canMeet = (state: UnitEventKind, next: UnitEventKind): boolean =>
  (unitMoves[state] as readonly UnitEventKind[]).includes(next);

/** What staff note by hand; SHIPPED says of one in stock that it was sold or given away elsewhere. The others follow from parcels, owners and refunds. */
export const notedKinds = [
  'RECEIVED',
  'SHIPPED',
  'OWNED',
  'LOST',
  'FOUND',
  'RETURNED',
  'REPAIRED',
  'RECALLED',
  'SCRAPPED',
] as const;
export type NotedKind = (typeof notedKinds)[number];

/** What staff may note of a unit that stands so. Its first owner is registered by the delivery; a note says that it is with its owner again. */
export const notesFor = (state: UnitEventKind): NotedKind[] =>
  notedKinds.filter((kind) => canMeet(state, kind) && (kind !== 'OWNED' || state !== 'SHIPPED'));

/** Whether a unit that met this is the shop's again, or nobody's: it is packed for no order and owned by nobody. */
export const endsOwnership = (kind: NotedKind): boolean => ['RECEIVED', 'RETURNED', 'SCRAPPED'].includes(kind);
