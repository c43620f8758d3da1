import { declareDashboard } from '@/lib/core/dashboard';

/** Who joined, on the start of the staff pages. */
export const membersDashboard = declareDashboard({
  figures: [
    {
      name: 'members',
      permission: 'members.read',
      read: ({ db }, { zone, since }) => db.$queryRaw`
        SELECT to_char("createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, count(*)::int AS value
        FROM "Member" WHERE "createdAt" >= ${since} AND "handle" IS NOT NULL GROUP BY 1`,
    },
  ],
});
