import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import { path } from '@/lib/core/paths';
import { Prisma } from '@/lib/core/prisma-client/client';
import { waitedByWeek } from '@/lib/core/waited';

/** What moderators see on the start of the staff pages. */
export const moderationDashboard = declareDashboard({
  waiting: [
    {
      name: 'reports',
      section: 'reports',
      permission: 'moderation.decide',
      path: () => path('staff', 'reports'),
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<Waiting[]>`
          SELECT count(*)::int AS count, min("openedAt") AS oldest
          FROM (SELECT "openedAt" FROM "ReportCase" WHERE "state" = 'OPEN' ORDER BY "openedAt" LIMIT ${countsTo}) waiting`;
        return row!;
      },
    },
  ],
  responses: [
    {
      name: 'reports',
      permission: 'moderation.decide',
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT ${waitedByWeek({ began: Prisma.sql`"openedAt"`, ended: Prisma.sql`"decidedAt"`, zone })}
        FROM "ReportCase" WHERE "state" IN ('OPEN', 'DECIDED') AND "openedAt" >= ${since} GROUP BY 1`,
    },
  ],
});
