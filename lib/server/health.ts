import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { running } from '@/lib/core/version';

type Check = 'ok' | 'failing';
export type Health = {
  version: string;
  build: string | null;
  status: Check;
  checks: { database: Check; jobs: Check; schedules: Check };
  /** Schedules that should have ended well long ago. */
  late: string[];
};

/** Asks the database for an answer, the queue whether a job that was due has waited over five minutes, and which schedules are late. */
export async function checkHealth(): Promise<Health> {
  const database = await passes(async () => void (await db.$queryRaw`SELECT 1`));
  const jobs = database === 'ok' ? await passes(jobsMove) : 'failing';
  const late = database === 'ok' ? await lateSchedules() : [];
  const schedules = database === 'ok' && late.length === 0 ? 'ok' : 'failing';
  const checks = { database, jobs, schedules } as const;
  return {
    ...running,
    status: Object.values(checks).every((check) => check === 'ok') ? 'ok' : 'failing',
    checks,
    late,
  };
}

async function lateSchedules(): Promise<string[]> {
  const rows = await db.scheduleRun.findMany({
    where: { dueBy: { lt: clock() } },
    orderBy: { name: 'asc' },
    take: 100,
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

async function jobsMove(): Promise<void> {
  const rows = await db.$queryRaw<{ stuck: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM graphile_worker.jobs
      WHERE run_at < now() - interval '5 minutes' AND attempts = 0 AND locked_at IS NULL) AS stuck`;
  if (rows[0]?.stuck) throw new Error('jobs wait');
}

async function passes(check: () => Promise<void>): Promise<Check> {
  try {
    await check();
    return 'ok';
  } catch {
    return 'failing';
  }
}
