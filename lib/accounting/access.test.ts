import { describe } from 'vitest';

import { exportBooks } from '@/lib/flows/accounting/export-books';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('accounting');

describe('what staff do', () => {
  isForStaff('exportBooks', async (actor) => {
    const { lines } = await exportBooks(actor, { query: { month: '2026-11' }, reason: 'The tax return' });
    await lines.return();
  });
});
