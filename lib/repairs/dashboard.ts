import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import { path } from '@/lib/core/paths';

/** What staff see of repairs on the start of their pages. */
export const repairsDashboard = declareDashboard({
  waiting: [
    {
      name: 'newRepairs',
      section: 'repairs',
      permission: 'repairs.handle',
      path: () => path('staff', 'repairs'),
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<Waiting[]>`
          SELECT count(*)::int AS count, min(waiting."createdAt") AS oldest
          FROM (SELECT "createdAt" FROM "Repair" WHERE "state" = 'ASKED' ORDER BY "createdAt" LIMIT ${countsTo}) waiting`;
        return row!;
      },
    },
  ],
});
