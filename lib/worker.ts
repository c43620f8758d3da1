import { run, type Runner, type TaskList } from 'graphile-worker';

import { pool } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { jobs } from '@/lib/flows/jobs';
import { startSweeps } from '@/lib/flows/sweeps';

/** Runs reactions, jobs and schedules until it is stopped. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: env.WORKER_CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    noPreparedStatements: true,
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
