import { z } from 'zod';

import { declareNotices, localized, notice, type DataOf } from '@/lib/core/notices';

import { creditPage } from './own-page';

/** Notices of this domain, to members. */
export const creditNotices = declareNotices({
  'credit.issued': notice({
    channels: ['app', 'mail'],
    data: z.object({ amount: localized }),
    path: creditPage,
    icon: 'order',
  }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof creditNotices> {}
}
