import { may, type Actor } from '@/lib/core/actor';

import type { ReturnState, ReturnWish } from './schema';

/** What may become of a return; everything else is refused. */
export const returnMoves = {
  // What was missing is sent as soon as that is decided.
  ASKED: ['APPROVED', 'REFUSED', 'CANCELLED', 'CLOSED'],
  APPROVED: ['ON_THE_WAY', 'COUNTED', 'CANCELLED'],
  ON_THE_WAY: ['ON_THE_WAY', 'COUNTED'],
  COUNTED: ['CLOSED'],
  REFUSED: [],
  CANCELLED: [],
  CLOSED: [],
} as const satisfies Record<ReturnState, readonly ReturnState[]>;

/** Whether a return may go from one state to another. */
export const canBecome = (from: ReturnState, to: ReturnState): boolean =>
  (returnMoves[from] as readonly ReturnState[]).includes(to);

/** Whether a return may go so for its reason: what was missing never comes back, and all else is counted before it ends. */
export const fitsWish = (wish: ReturnWish, from: ReturnState, to: ReturnState): boolean =>
  wish === 'MISSING' ? to !== 'APPROVED' : from !== 'ASKED' || to !== 'CLOSED';

/** Who reads what comes back. */
export function canReadReturns(actor: Actor): boolean {
  return may(actor, 'returns.read');
}

/** Who decides about requests and counts what came back. */
export function canHandleReturns(actor: Actor): boolean {
  return may(actor, 'returns.handle');
}

/** Who ends a return: money goes back by it. */
export function canSettleReturns(actor: Actor): boolean {
  return may(actor, 'orders.refund');
}
