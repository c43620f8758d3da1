import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import { path } from '@/lib/core/paths';

/** What staff see of recalls on the start of their pages. */
export const recallsDashboard = declareDashboard({
  waiting: [
    {
      name: 'recallAnswers',
      section: 'recalls',
      permission: 'recalls.handle',
      path: () => path('staff', 'recalls'),
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<Waiting[]>`
          SELECT count(*)::int AS count, min(waiting."changedAt") AS oldest
          FROM (SELECT x."changedAt" FROM "Recall" r JOIN "RecallUnit" x ON x."recallId" = r."id" AND x."state" = 'ACKNOWLEDGED' AND x."remedy" IS NOT NULL
            WHERE r."state" = 'OPEN' ORDER BY x."changedAt" LIMIT ${countsTo}) waiting`;
        return row!;
      },
    },
  ],
});
