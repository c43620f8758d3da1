import { declareDashboard } from '@/lib/core/dashboard';
import { firstIdAt } from '@/lib/core/ids';

/** What was written, on the start of the staff pages. */
export const forumDashboard = declareDashboard({
  figures: [
    {
      name: 'posts',
      permission: 'members.read',
      // Ids grow with time, so their index finds the new posts; imported ones are older than their ids.
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT to_char("createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, count(*)::int AS value
        FROM "Post" WHERE "id" >= ${firstIdAt(since)}::uuid AND "createdAt" >= ${since} GROUP BY 1`,
    },
  ],
});
