import { Logger, run, type Runner, type TaskList } from 'graphile-worker';

import { limitTime, openPool, timeLimits } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { jobs } from './jobs';
import { startSchedules } from './schedules';

// The queue's own chatter about each job is for debugging only.
const severity: Record<string, 'error' | 'warn' | 'debug'> = { error: 'error', warning: 'warn' };

/** Runs reactions, jobs and schedules until it is stopped. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  limitTime(timeLimits.jobs);
  // What the queue notes for itself, who has a job and that it is done, need not reach the disk before it is believed: every
  // job may run twice, and after a crash of the database one does. What a job does is as durable as ever, by the other pool.
  const queue = openPool({ max: 4, options: '-c synchronous_commit=off' });
  const runner: Runner = await run({
    pgPool: queue,
    concurrency: env.WORKER_CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: new Logger(() => (level, message) => log[severity[level] ?? 'debug'](message)),
    taskList: taskList(),
  });
  const schedules = startSchedules();
  return {
    stop: async () => {
      await schedules.stop();
      await runner.stop().catch(() => undefined);
      void queue.end();
    },
  };
}

function taskList(): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [name, async (payload: unknown) => job(payload as never)]),
  );
}
