import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import { path } from '@/lib/core/paths';

/** What product owners see on the start of the staff pages. */
export const feedbackDashboard = declareDashboard({
  waiting: [
    {
      name: 'ideas',
      section: 'triage',
      permission: 'feedback.triage',
      path: () => path('staff', 'triage'),
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<Waiting[]>`
          SELECT count(*)::int AS count, (SELECT min("createdAt") FROM "Idea" WHERE "stage" = 'NEW') AS oldest
          FROM (SELECT 1 FROM "Idea" WHERE "stage" = 'NEW' LIMIT ${countsTo}) waiting`;
        return row!;
      },
    },
  ],
  figures: [
    {
      name: 'ideas',
      permission: 'feedback.triage',
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT to_char("createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, count(*)::int AS value
        FROM "Idea" WHERE "createdAt" >= ${since} GROUP BY 1`,
    },
  ],
});
