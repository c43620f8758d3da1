import { db } from '@/lib/core/db';

type Check = 'ok' | 'failing';
export type Health = { status: Check; checks: { database: Check; jobs: Check } };

/** Asks the database for an answer, and the queue whether a job that was due has waited over five minutes. */
export async function checkHealth(): Promise<Health> {
  const database = await passes(async () => void (await db.$queryRaw`SELECT 1`));
  const jobs = database === 'ok' ? await passes(jobsMove) : 'failing';
  return { status: database === 'ok' && jobs === 'ok' ? 'ok' : 'failing', checks: { database, jobs } };
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
