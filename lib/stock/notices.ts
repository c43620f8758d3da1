import { z } from 'zod';

import { declareNotices, localized, notice, type DataOf } from '@/lib/core/notices';
import { path } from '@/lib/core/paths';

/** Notices of this domain, to members. */
export const stockNotices = declareNotices({
  'stock.back': notice({
    channels: ['app', 'mail'],
    data: z.object({ product: localized, variant: localized, handle: z.string() }),
    path: ({ handle }) => path('products', handle),
    icon: 'order',
    area: 'shop',
  }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof stockNotices> {}
}
