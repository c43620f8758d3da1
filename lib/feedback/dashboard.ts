import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import { path } from '@/lib/core/paths';
import { Prisma } from '@/lib/core/prisma-client/client';
import { waitedByWeek } from '@/lib/core/waited';

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
  responses: [
    {
      name: 'ideas',
      permission: 'feedback.triage',
      // The first step that somebody took with it, besides bringing it in.
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT ${waitedByWeek({ began: Prisma.sql`i."createdAt"`, ended: Prisma.sql`s.at`, zone })}
        FROM "Idea" i LEFT JOIN LATERAL (
          SELECT "at" FROM "IdeaStep" WHERE "ideaId" = i."id" AND "from" IS NOT NULL AND "byId" IS NOT NULL ORDER BY "at" LIMIT 1
        ) s ON true
        WHERE i."createdAt" >= ${since} GROUP BY 1`,
    },
  ],
});
