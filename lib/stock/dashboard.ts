import { countsTo, declareDashboard } from '@/lib/core/dashboard';
import { paths } from '@/lib/paths';

import { getLastProof } from './prove-stock';

/** What runs low and what does not agree, on the start of the staff pages. */
export const stockDashboard = declareDashboard({
  waiting: [
    {
      name: 'lowStock',
      section: 'stock',
      permission: 'stock.edit',
      path: () => `${paths.staff('stock')}?low=yes`,
      read: async ({ db }) => {
        const [row] = await db.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM (SELECT 1 FROM "StockedVariant" WHERE "open" <= "lowAt" LIMIT ${countsTo}) low`;
        return { count: row?.count ?? 0, oldest: null };
      },
    },
  ],
  wrong: [
    {
      name: 'stock',
      permission: 'stock.read',
      path: () => paths.staff('stock'),
      read: async ({ db }) => (await getLastProof({ db }))?.faults.length ?? 0,
    },
  ],
});
