import { randomUUID } from 'node:crypto';

import type { Raw } from './raw';

/** A kind of job: its name in the queue, what it is given, and its turn; the lower number goes first, 0 is the usual. */
export type Job<P extends object = object> = { readonly name: string; readonly priority: number; readonly payload?: P };

/** Declares a kind of job. Money goes first (below 0), and mail when nothing else waits (above 0). */
export function declareJob<P extends object>(name: string, { priority = 0 }: { priority?: number } = {}): Job<P> {
  return { name, priority };
}

/** Runs the reactions of an event. */
export const reactJob = declareJob<{ eventId: string }>('react', { priority: 5 });

export const attempts = 12;

/**
 * Puts a job into the queue in the caller's transaction: it exists if and only if the change does. A key replaces the
 * waiting job of that key; a job without one gets a key of its own, with which the queue need not look for what to replace.
 */
export async function enqueue<P extends object>(
  db: Raw,
  { name, priority }: Job<P>,
  payload: P,
  options: { runAt?: Date; key?: string } = {},
): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json,
      run_at => ${options.runAt ?? null}::timestamptz, max_attempts => ${attempts}::int, priority => ${priority}::int,
      job_key => ${options.key ?? randomUUID()}::text, job_key_mode => ${options.key ? 'replace' : 'unsafe_dedupe'}::text)`;
}

/** Puts many jobs of one name into the queue likewise, by one statement. */
export async function enqueueEach<P extends object>(
  db: Raw,
  { name, priority }: Job<P>,
  payloads: readonly P[],
): Promise<void> {
  if (payloads.length === 0) return;
  await db.$queryRaw`
    SELECT count(graphile_worker.add_job(${name}::text, job.payload::json, max_attempts => ${attempts}::int, priority => ${priority}::int,
      job_key => gen_random_uuid()::text, job_key_mode => 'unsafe_dedupe'))::int AS queued
    FROM unnest(${payloads.map((payload) => JSON.stringify(payload))}::text[]) AS job(payload)`;
}
