import type { Address, AddressParts } from './addresses';
import type { Ctx, Reading } from './context';
import type { Door, LiveDoor } from './door';
import type { EventName, Happened } from './events';
import type { Job } from './jobs';
import type { Schedule } from './schedules';
import type { ViewerPart } from './viewer';

/** What follows an event, in a transaction of its own and once only. */
export type Reaction<N extends EventName = EventName> = (ctx: Ctx, event: Happened<N>) => Promise<void>;

/** Reactions by event, each under the name by which it is remembered as done. */
export type Reactions = { [N in EventName]?: Record<string, Reaction<N>> };

/** What the worker does for a kind of job. It may run twice and must not matter if it does. */
export type JobHandler = { job: Job; run: (payload: never) => Promise<void> };

/** Joins a kind of job to what the worker does for it. */
export function handle<P extends object>(job: Job<P>, run: (payload: P) => Promise<unknown>): JobHandler {
  return { job: job as Job, run: (async (payload: P) => void (await run(payload))) as JobHandler['run'] };
}

/** What a domain, or the flows of its folder, give to the server; `lib/domains-server.ts` gathers it. */
export type ServerPart = {
  reactions?: Reactions;
  jobs?: readonly JobHandler[];
  schedules?: readonly Schedule[];
  endpoints?: readonly Door[];
  streams?: readonly LiveDoor[];
  viewer?: readonly ViewerPart[];
  /** Public pages that there are few of. */
  pages?: (reading: Reading) => Promise<Address[]>;
  addressParts?: AddressParts;
};
