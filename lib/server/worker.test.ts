import { afterEach, expect, it, vi } from 'vitest';

import { db } from '@/lib/core/db';
import { log } from '@/lib/core/log';

import { jobsAtOnce, startQueue } from './worker';

afterEach(() => void vi.restoreAllMocks());

it('runs as many jobs at a time as its thread has connections, less two for schedules', () => {
  expect([jobsAtOnce(10, 12), jobsAtOnce(50, 12), jobsAtOnce(3, 12), jobsAtOnce(10, 2)]).toEqual([10, 10, 3, 1]);
});

it('takes jobs without a warning in the log', async () => {
  const warned = vi.spyOn(log, 'warn');
  const job = vi.fn(async () => undefined);
  const queue = await startQueue({ 'worker-test': job });
  await db.$executeRaw`SELECT graphile_worker.add_job('worker-test', '{"a":1}')`;
  await expect.poll(() => job).toHaveBeenCalledOnce();
  await queue.stop();
  expect(warned).not.toHaveBeenCalled();
});
