import { countsTo, declareDashboard } from '@/lib/core/dashboard';

/** Background work that fails, on the start of the staff pages. */
export const jobsDashboard = declareDashboard({
  wrong: [
    {
      name: 'jobs',
      permission: 'brand.manage',
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM (
            SELECT 1 FROM graphile_worker.jobs WHERE attempts > 1 AND last_error IS NOT NULL LIMIT ${countsTo}) failing`;
        return row!.count;
      },
    },
    {
      name: 'schedules',
      permission: 'brand.manage',
      read: ({ db, now }) => db.scheduleRun.count({ where: { dueBy: { lt: now } } }),
    },
  ],
});
