import { may, type Actor } from '@/lib/core/actor';

/** Who sees imports, starts and stops them: what they bring is full of people. */
export const canImport = (actor: Actor): boolean => may(actor, 'imports.keep');

export type RunState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'STOPPED';

/** The moves of a run; every other one is refused. A run whose process died waits again, and one that came to nothing can be gone on with. */
export const runMoves: Readonly<Record<RunState, readonly RunState[]>> = {
  WAITING: ['RUNNING', 'STOPPED', 'FAILED'],
  RUNNING: ['DONE', 'FAILED', 'STOPPED', 'WAITING'],
  DONE: [],
  FAILED: ['WAITING'],
  STOPPED: ['WAITING'],
};

/** The states from which a run may get into one. */
export const statesBefore = (state: RunState): RunState[] =>
  (Object.keys(runMoves) as RunState[]).filter((from) => runMoves[from].includes(state));

type Run = { state: RunState; source: 'SHOPIFY' | 'DISCOURSE'; origin: 'STAFF' | 'TERMINAL'; uploadId: string | null };

/** Whether staff can go on with a run: a terminal's files are not here, and a shop's go after a day. */
export const canGoOn = ({ state, source, origin, uploadId }: Run): boolean =>
  runMoves[state].includes('WAITING') &&
  state !== 'RUNNING' &&
  origin === 'STAFF' &&
  (source === 'DISCOURSE' || uploadId !== null);

/** Whether an import may follow what was rehearsed. */
export const canFollow = (run: Run & { rehearsal: boolean }): boolean =>
  run.rehearsal &&
  run.state === 'DONE' &&
  run.origin === 'STAFF' &&
  (run.source === 'DISCOURSE' || run.uploadId !== null);
