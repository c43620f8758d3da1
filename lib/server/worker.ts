import { Logger, run, type TaskList } from 'graphile-worker';

import { limitTime, openPool, timeLimits } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { jobs } from './jobs';
import { startSchedules } from './schedules';

// The queue's own log of each job is for debugging only.
const severity: Record<string, 'error' | 'warn' | 'debug'> = { error: 'error', warning: 'warn' };

/** Runs reactions, jobs and schedules until it is stopped. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  limitTime(timeLimits.jobs);
  const queue = await startQueue(taskList());
  const schedules = startSchedules();
  return {
    stop: async () => {
      await schedules.stop();
      await queue.stop();
    },
  };
}

/** How many jobs run at a time: each works on a connection of the thread, and schedules keep two. */
export function jobsAtOnce(wanted: number, connections: number): number {
  return Math.max(1, Math.min(wanted, connections - 2));
}

// Of these one listens. The others carry short statements that take and end jobs: eleven gave no more jobs a second than four.
const queueConnections = 4;
// The queue warns when it has fewer connections than concurrent jobs.
const saysTooFew = /^WARNING: having maxPoolSize \(\d+\) smaller than concurrency/;

/** Takes jobs from the queue and runs them until it is stopped. */
export async function startQueue(tasks: TaskList): Promise<{ stop(): Promise<void> }> {
  // `synchronous_commit` is off for the queue's own bookkeeping: every job may run twice, and after a crash of the database one
  // may. What a job writes is committed as usual, on the other pool.
  const pool = openPool({ max: queueConnections, options: '-c synchronous_commit=off' });
  const runner = await run({
    pgPool: pool,
    concurrency: jobsAtOnce(env.WORKER_CONCURRENCY, env.DATABASE_POOL_SIZE),
    pollInterval: 1_000,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: new Logger(
      () => (level, message) => log[saysTooFew.test(message) ? 'debug' : (severity[level] ?? 'debug')](message),
    ),
    taskList: tasks,
  });
  return {
    stop: async () => {
      await runner.stop().catch(() => undefined);
      void pool.end();
    },
  };
}

function taskList(): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [name, async (payload: unknown) => job(payload as never)]),
  );
}
