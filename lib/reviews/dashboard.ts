import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import { path, withQuery } from '@/lib/core/paths';

/** What staff see of reviews on the start of their pages. */
export const reviewsDashboard = declareDashboard({
  waiting: [
    {
      name: 'reportedReviews',
      section: 'reviews',
      permission: 'reviews.hide',
      path: () => withQuery(path('staff', 'reviews'), { reported: 'yes' }),
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<Waiting[]>`
          SELECT count(*)::int AS count, (SELECT min("createdAt") FROM "Review" WHERE "reports" > 0) AS oldest
          FROM (SELECT 1 FROM "Review" WHERE "reports" > 0 LIMIT ${countsTo}) waiting`;
        return row!;
      },
    },
  ],
});
