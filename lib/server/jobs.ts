import { reactJob } from '@/lib/core/jobs';
import { handle } from '@/lib/core/worker-part';
import { workerParts } from '@/lib/domains-worker';

import { react } from './react';

const handlers = [handle(reactJob, ({ eventId }) => react(eventId)), ...workerParts.flatMap(({ jobs = [] }) => jobs)];

/** What the worker does for each kind of job, by its name. */
export const jobs: Readonly<Record<string, (payload: never) => Promise<void>>> = Object.fromEntries(
  handlers.map(({ job, run }) => [job.name, run]),
);
