import { declareDashboard } from '@/lib/core/dashboard';
import { paths } from '@/lib/paths';

import { getLastBooksProof } from './prove-books';

/** What the books do not agree with, on the start of the staff pages. */
export const accountingDashboard = declareDashboard({
  wrong: [
    {
      name: 'accounting',
      permission: 'accounting.read',
      path: () => paths.staff('accounting'),
      read: async ({ db }) => (await getLastBooksProof({ db }))?.faults.length ?? 0,
    },
  ],
});
