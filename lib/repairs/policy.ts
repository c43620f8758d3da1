import { may, type Actor } from '@/lib/core/actor';

import type { RepairState } from './schema';

/** What may become of a repair; everything else is refused. What is in the workshop may be kept there, which is a hand-over too. */
export const repairMoves = {
  ASKED: ['APPROVED', 'REFUSED', 'CANCELLED'],
  APPROVED: ['RECEIVED', 'REFUSED', 'CANCELLED'],
  RECEIVED: ['RECEIVED', 'DIAGNOSED', 'HANDED_OVER'],
  DIAGNOSED: ['DIAGNOSED', 'QUOTED', 'ACCEPTED', 'HANDED_OVER'],
  QUOTED: ['QUOTED', 'ACCEPTED', 'DECLINED', 'HANDED_OVER'],
  ACCEPTED: ['WAITING_PARTS', 'WORKING', 'QUOTED', 'ACCEPTED', 'HANDED_OVER'],
  DECLINED: ['QUOTED', 'ACCEPTED', 'HANDED_OVER'],
  WAITING_PARTS: ['WORKING', 'QUOTED', 'ACCEPTED', 'HANDED_OVER'],
  WORKING: ['WAITING_PARTS', 'TESTING', 'QUOTED', 'ACCEPTED', 'HANDED_OVER'],
  TESTING: ['WORKING', 'READY', 'HANDED_OVER'],
  READY: ['HANDED_OVER'],
  HANDED_OVER: ['CLOSED'],
  REFUSED: [],
  CANCELLED: [],
  CLOSED: [],
} as const satisfies Record<RepairState, readonly RepairState[]>;

/** Whether a repair may go from one state to another. */
export const canBecome = (from: RepairState, to: RepairState): boolean =>
  (repairMoves[from] as readonly RepairState[]).includes(to);

/** The states in which the unit is with its owner still. */
export const unsentStates = ['ASKED', 'APPROVED'] as const satisfies readonly RepairState[];

/** Whether a repair that is not over keeps a member from asking for another of its unit: their own does, and another owner's that the workshop has. */
export const keepsFromAsking = (open: { memberId: string; state: RepairState }, memberId: string): boolean =>
  open.memberId === memberId || !(unsentStates as readonly RepairState[]).includes(open.state);

/** The states in which nothing more happens before the unit is asked to be repaired again. */
export const overStates = ['REFUSED', 'CANCELLED', 'HANDED_OVER', 'CLOSED'] as const satisfies readonly RepairState[];

/** Whether nothing more happens with a repair that stands so, but that it ends. */
export const isOver = (state: RepairState): boolean => (overStates as readonly RepairState[]).includes(state);

/** Whether parts may be fitted: what they cost was agreed to. */
export const takesParts = (state: RepairState): boolean =>
  ['ACCEPTED', 'WAITING_PARTS', 'WORKING', 'TESTING'].includes(state);

/** Who reads repairs, with what their owners wrote and where they live. */
export function canReadRepairs(actor: Actor): boolean {
  return may(actor, 'repairs.read');
}

/** Who decides about requests and does the work. */
export function canHandleRepairs(actor: Actor): boolean {
  return may(actor, 'repairs.handle');
}

/** The days over which figures are taken, and within which another repair of a unit is one again. */
export const figureDays = 90;
