import { describe } from 'vitest';

import { exportNews } from '@/lib/flows/news/export-news';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('news');

describe('what staff do', () => {
  isForStaff('exportNews', async (actor) => {
    const { lines } = await exportNews(actor, { query: {}, reason: 'Because' });
    await lines.next();
    await lines.return();
  });
});
