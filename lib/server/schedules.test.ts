import { afterEach, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';

import { checkHealth } from './health';
import { startSchedules } from './schedules';

let started: { stop(): Promise<void> } | undefined;
afterEach(() => started?.stop());

it('a schedule that never ends is given up, and its next turn comes', async () => {
  let runs = 0;
  const hangs = { name: 'hangs', everyMs: 20, run: () => ((runs += 1), new Promise<never>(() => undefined)) };
  started = startSchedules([hangs], 100);
  await expect.poll(() => runs).toBeGreaterThan(2);
});

it('health names the schedules that are late, and forgets what is no schedule any more', async () => {
  await db.scheduleRun.create({
    data: { name: 'gone', succeededAt: after(clock(), -hour), dueBy: after(clock(), -hour) },
  });
  expect(await checkHealth()).toMatchObject({ status: 'failing', checks: { schedules: 'failing' }, late: ['gone'] });
  let runs = 0;
  started = startSchedules([{ name: 'works', everyMs: 20, run: async () => (runs += 1) }]);
  await expect.poll(() => runs).toBeGreaterThan(2);
  await expect.poll(checkHealth).toMatchObject({ status: 'ok', checks: { schedules: 'ok' }, late: [] });
  expect((await db.scheduleRun.findMany()).map(({ name }) => name)).toEqual(['works']);
});
