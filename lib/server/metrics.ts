import { db } from '@/lib/core/db';
import { declareMetrics, readNumber } from '@/lib/core/metrics';

/** What operations watch of background work: the queue of jobs and the schedules. */
export const jobMetrics = declareMetrics([
  {
    name: 'millet_jobs',
    help: 'Jobs by name and state: due and waiting, running, due later, failed and to be tried again, given up.',
    labels: ['job', 'state'],
    read: async () => {
      const rows = await db.$queryRaw<{ job: string; state: string; value: number }[]>`
        SELECT task_identifier AS job,
          CASE
            WHEN locked_at IS NOT NULL THEN 'running'
            WHEN attempts >= max_attempts THEN 'given-up'
            WHEN attempts > 0 THEN 'failed'
            WHEN run_at > now() THEN 'later'
            ELSE 'due'
          END AS state,
          count(*)::int AS value
        FROM graphile_worker.jobs GROUP BY 1, 2`;
      return rows.map(({ job, state, value }) => ({ labels: { job, state }, value }));
    },
  },
  {
    name: 'millet_job_oldest_due_seconds',
    help: 'How long the job that has been due longest has waited for its first try.',
    labels: [],
    read: () => readNumber`
      SELECT extract(epoch FROM now() - min(run_at))::float8 AS value FROM graphile_worker.jobs
      WHERE run_at <= now() AND attempts = 0 AND locked_at IS NULL`,
  },
  {
    name: 'millet_schedules_late',
    help: 'Schedules that should have ended well and have not.',
    labels: [],
    read: () => readNumber`SELECT count(*)::int AS value FROM "ScheduleRun" WHERE "dueBy" < now()`,
  },
]);
