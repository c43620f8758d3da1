import { countsTo, declareDashboard, type Waiting } from '@/lib/core/dashboard';
import { path } from '@/lib/core/paths';

/** What staff see of owners on the start of the staff pages. */
export const ownershipDashboard = declareDashboard({
  waiting: [
    {
      name: 'ownerClaims',
      section: 'units',
      permission: 'ownership.decideClaims',
      path: () => path('staff', 'units', 'claims'),
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<Waiting[]>`
          SELECT count(*)::int AS count, (SELECT min("createdAt") FROM "OwnerClaim" WHERE "state" IN ('ASKED', 'OBJECTED')) AS oldest
          FROM (SELECT 1 FROM "OwnerClaim" WHERE "state" IN ('ASKED', 'OBJECTED') LIMIT ${countsTo}) waiting`;
        return row!;
      },
    },
  ],
});
