import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import { path, withQuery } from '@/lib/core/paths';

/** What staff see of returns on the start of their pages. */
export const returnsDashboard = declareDashboard({
  waiting: [
    {
      name: 'openReturns',
      section: 'returns',
      permission: 'returns.handle',
      path: () => withQuery(path('staff', 'returns'), { view: 'open' }),
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<Waiting[]>`
          SELECT count(*)::int AS count, min(waiting."createdAt") AS oldest
          FROM (SELECT "createdAt" FROM "Return" WHERE "state" IN ('ASKED', 'COUNTED') ORDER BY "createdAt" LIMIT ${countsTo}) waiting`;
        return row!;
      },
    },
  ],
});
