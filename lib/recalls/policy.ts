import { may, type Actor } from '@/lib/core/actor';

import type { RecallRemedy, RecallState, RecallUnitState } from './schema';

/** What may become of a recall; everything else is refused. One that was closed too early is opened again; a withdrawn one is over. */
export const recallMoves = {
  DRAFT: ['OPEN', 'WITHDRAWN'],
  OPEN: ['CLOSED', 'WITHDRAWN'],
  CLOSED: ['OPEN'],
  WITHDRAWN: [],
} as const satisfies Record<RecallState, readonly RecallState[]>;

export const canBecome = (from: RecallState, to: RecallState): boolean =>
  (recallMoves[from] as readonly RecallState[]).includes(to);

/**
 * What may become of a unit of a recall; everything else is refused. Planned again is a unit that has another owner, or whose owner is told anew. What nobody
 * owns is remedied without anybody having been told.
 */
export const unitMoves = {
  PLANNED: ['SENT', 'FAILED', 'ACKNOWLEDGED', 'REMEDIED', 'REFUSED', 'UNREACHABLE'],
  SENT: ['PLANNED', 'DELIVERED', 'FAILED', 'ACKNOWLEDGED', 'REMEDIED', 'REFUSED', 'UNREACHABLE'],
  DELIVERED: ['PLANNED', 'ACKNOWLEDGED', 'REMEDIED', 'REFUSED', 'UNREACHABLE'],
  FAILED: ['PLANNED', 'ACKNOWLEDGED', 'REMEDIED', 'REFUSED', 'UNREACHABLE'],
  ACKNOWLEDGED: ['PLANNED', 'REMEDIED', 'REFUSED', 'UNREACHABLE'],
  REMEDIED: [],
  REFUSED: ['PLANNED', 'ACKNOWLEDGED', 'REMEDIED'],
  UNREACHABLE: ['PLANNED', 'ACKNOWLEDGED', 'REMEDIED', 'REFUSED'],
} as const satisfies Record<RecallUnitState, readonly RecallUnitState[]>;

export const canMove = (from: RecallUnitState, to: RecallUnitState): boolean =>
  (unitMoves[from] as readonly RecallUnitState[]).includes(to);

/** Remedies after which a device is safe. One that came back for its money, or for another in its place, is as dangerous as before. */
export const mending = ['REPAIR', 'SELF_HELP'] as const satisfies readonly RecallRemedy[];

export const isMended = (remedy: RecallRemedy | null | undefined): boolean =>
  (mending as readonly (RecallRemedy | null | undefined)[]).includes(remedy);

type Stand = { state: RecallUnitState; remedy: RecallRemedy | null };

/** Whether a unit of a recall was put right and is dangerous all the same: it may be mended later. */
export const isUnmended = ({ state, remedy }: Stand): boolean => state === 'REMEDIED' && !isMended(remedy);

/** The states of units with which nothing more has to be done before a recall ends. */
export const endStates = ['REMEDIED', 'REFUSED', 'UNREACHABLE'] as const satisfies readonly RecallUnitState[];

/** Who were told and have not answered. */
export const unanswered = ['SENT', 'DELIVERED'] as const satisfies readonly RecallUnitState[];

/** Who reads recalls that are not public, with who owns what is recalled. */
export const canReadRecalls = (actor: Actor): boolean => may(actor, 'recalls.read');

/** Who notes what became of a unit of a recall. */
export const canHandleUnits = (actor: Actor): boolean => may(actor, 'recalls.handle');

/** Who writes recalls, publishes and ends them, and reminds owners. */
export const canRunRecalls = (actor: Actor): boolean => may(actor, 'recalls.run');

/** So long a reminder lies behind the message before it, in milliseconds. */
export const remindAfter = 24 * 3_600_000;

/** A mail that the mail server has not taken for so long has failed, in milliseconds. */
export const failsAfter = 3 * 24 * 3_600_000;
