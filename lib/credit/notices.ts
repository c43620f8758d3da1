import { z } from 'zod';

import { declareNotices, localized, notice, type DataOf } from '@/lib/core/notices';

import { creditPaths } from './paths';

/** Notices of this domain, to members. */
export const creditNotices = declareNotices({
  'credit.issued': notice({
    channels: ['app', 'mail'],
    data: z.object({ amount: localized }),
    path: creditPaths.credit,
    icon: 'order',
  }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof creditNotices> {}
}
