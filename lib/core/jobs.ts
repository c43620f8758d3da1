import { randomUUID } from 'node:crypto';

import type { Raw } from './raw';

/** Every job that the worker knows, with what it is given. */
export type Jobs = {
  react: { eventId: string };
  sendMail: { mailId: string };
  runRefund: { refundId: string };
  closeSession: { paymentId: string };
  settleNotice: { provider: string; eventId: string };
  fetchImage: { imageId: string };
  fetchRemotePicture: { pictureId: string };
  settleDemo: { sessionId: string; late: boolean };
  tellStore: { body: string };
};

// Money first, and mail when nothing else waits; the lower number goes first, 0 is the rest.
export const priorities: Partial<Record<keyof Jobs, number>> = {
  settleNotice: -10,
  tellStore: -10,
  settleDemo: -10,
  closeSession: -5,
  runRefund: -5,
  react: 5,
  sendMail: 10,
};

export const attempts = 12;

/**
 * Puts a job into the queue in the caller's transaction: it exists if and only if the change does. A key replaces the
 * waiting job of that key; a job without one gets a key of its own, with which the queue need not look for what to replace.
 */
export async function enqueue<N extends keyof Jobs>(
  db: Raw,
  name: N,
  payload: Jobs[N],
  options: { runAt?: Date; key?: string } = {},
): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json,
      run_at => ${options.runAt ?? null}::timestamptz, max_attempts => ${attempts}::int, priority => ${priorities[name] ?? 0}::int,
      job_key => ${options.key ?? randomUUID()}::text, job_key_mode => ${options.key ? 'replace' : 'unsafe_dedupe'}::text)`;
}

/** Puts many jobs of one name into the queue likewise, by one statement. */
export async function enqueueEach<N extends keyof Jobs>(db: Raw, name: N, payloads: readonly Jobs[N][]): Promise<void> {
  if (payloads.length === 0) return;
  await db.$queryRaw`
    SELECT count(graphile_worker.add_job(${name}::text, job.payload::json, max_attempts => ${attempts}::int, priority => ${priorities[name] ?? 0}::int,
      job_key => gen_random_uuid()::text, job_key_mode => 'unsafe_dedupe'))::int AS queued
    FROM unnest(${payloads.map((payload) => JSON.stringify(payload))}::text[]) AS job(payload)`;
}
