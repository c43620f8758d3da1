import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import { path } from '@/lib/core/paths';

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
          SELECT count(*)::int AS count, min("createdAt") AS oldest
          FROM (SELECT "createdAt" FROM "Report" WHERE "resolvedAt" IS NULL ORDER BY "createdAt" LIMIT ${countsTo}) waiting`;
        return row!;
      },
    },
  ],
  responses: [
    {
      name: 'reports',
      permission: 'moderation.decide',
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT to_char(date_trunc('week', "openedAt" AT TIME ZONE ${zone}), 'YYYY-MM-DD') AS week, count(*)::int AS came,
          count("decidedAt")::int AS answered,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "decidedAt" - "openedAt")) AS median,
          percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM "decidedAt" - "openedAt")) AS most
        FROM "ReportCase" WHERE "state" IN ('OPEN', 'DECIDED') AND "openedAt" >= ${since} GROUP BY 1`,
    },
  ],
});
