import { Logger, run, type Runner, type TaskList } from 'graphile-worker';

import { pool } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { jobs } from '@/lib/flows/jobs';
import { startSweeps } from '@/lib/flows/sweeps';

// The queue's own chatter about each job is for debugging only.
const severity: Record<string, 'error' | 'warn' | 'debug'> = { error: 'error', warning: 'warn' };

/** Runs reactions, jobs and schedules until it is stopped. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: env.WORKER_CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: new Logger(() => (level, message) => log[severity[level] ?? 'debug'](message)),
    taskList: taskList(),
  });
  const sweeps = startSweeps();
  return {
    stop: async () => {
      await sweeps.stop();
      await runner.stop().catch(() => undefined);
    },
  };
}

function taskList(): TaskList {
  return Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, async (payload: unknown) => job(payload as never)]));
}
