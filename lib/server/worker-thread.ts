/** The thread of the worker: jobs, reactions and schedules until the server says stop. */
import { parentPort } from 'node:worker_threads';

import { db, pool } from '@/lib/core/db';
import { startSlow } from '@/lib/outside/slow/start-slow';

import { startWorker } from './worker';

const slow = startSlow();
const worker = await startWorker();

parentPort?.once('message', () => void stop());

async function stop(): Promise<void> {
  await worker.stop();
  slow.stop();
  await Promise.allSettled([db.$disconnect(), pool.end()]);
  process.exit(0);
}
