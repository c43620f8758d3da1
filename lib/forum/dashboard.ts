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
  moreFigures: [
    {
      name: 'threads',
      permission: 'members.read',
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT to_char("createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, count(*)::int AS value
        FROM "Thread" WHERE "id" >= ${firstIdAt(since)}::uuid AND "createdAt" >= ${since} GROUP BY 1`,
    },
    {
      name: 'replies',
      permission: 'members.read',
      // The first post of a thread is the thread itself.
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT to_char("createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, count(*)::int AS value
        FROM "Post" WHERE "id" >= ${firstIdAt(since)}::uuid AND "createdAt" >= ${since} AND "number" > 1 GROUP BY 1`,
    },
  ],
});
