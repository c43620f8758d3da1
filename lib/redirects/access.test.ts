import { describe } from 'vitest';

import { exportRedirects } from '@/lib/flows/redirects/export-redirects';
import { sendRedirects } from '@/lib/flows/redirects/send-redirects';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('redirects');

describe('what staff do', () => {
  isForStaff('sendRedirects', (actor) =>
    sendRedirects(actor, { file: new File(['Redirect from,Redirect to\n/a,/en\n'], 'a.csv') }),
  );
  isForStaff('exportRedirects', async (actor) => {
    const { lines } = await exportRedirects(actor, { reason: '' });
    await lines.next();
    await lines.return();
  });
});
