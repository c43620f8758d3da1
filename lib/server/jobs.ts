import { reactJob } from '@/lib/core/jobs';
import { handle } from '@/lib/core/server-part';
import { serverParts } from '@/lib/domains-server';

import { react } from './react';

const handlers = [handle(reactJob, ({ eventId }) => react(eventId)), ...serverParts.flatMap(({ jobs = [] }) => jobs)];

/** What the worker does for each kind of job, by its name. */
export const jobs: Readonly<Record<string, (payload: never) => Promise<void>>> = Object.fromEntries(
  handlers.map(({ job, run }) => [job.name, run]),
);
