import type { Ctx } from './context';
import type { EventName, RecordedEvent } from './events';
import type { Job } from './jobs';
import type { Schedule } from './schedules';

/** What follows an event, in a transaction of its own and once only. */
export type Reaction<N extends EventName = EventName> = (ctx: Ctx, event: RecordedEvent<N>) => Promise<void>;

/** Reactions by event, each under the name by which it is remembered as done. */
export type Reactions = { [N in EventName]?: Record<string, Reaction<N>> };

/** What the worker does for a kind of job. It may run twice and must not matter if it does. */
export type JobHandler = { job: Job; run: (payload: never) => Promise<void> };

/** Joins a kind of job to what the worker does for it. */
export function handle<P extends object>(job: Job<P>, run: (payload: P) => Promise<unknown>): JobHandler {
  return { job: job as Job, run: (async (payload: P) => void (await run(payload))) as JobHandler['run'] };
}

/** What a domain, or the flows of its folder, give to the worker, declared in its `worker-part.ts`. */
export type WorkerPart = { reactions?: Reactions; jobs?: readonly JobHandler[]; schedules?: readonly Schedule[] };
