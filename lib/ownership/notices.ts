import { z } from 'zod';

import { declareNotices, localized, notice, type DataOf } from '@/lib/core/notices';
import { paths } from '@/lib/paths';

/** What owners are told of what they own. */
export const ownershipNotices = declareNotices({
  'owner.registered': notice({
    channels: ['app', 'mail'],
    data: z.object({ product: localized, serial: z.string() }),
    path: () => paths.owned(),
    icon: 'owner',
  }),
  'owner.passedOn': notice({
    channels: ['app', 'mail'],
    data: z.object({ product: localized, serial: z.string() }),
    path: () => paths.owned(),
    icon: 'owner',
  }),
  'owner.asked': notice({
    channels: ['app', 'mail'],
    data: z.object({ product: localized, question: localized, promptId: z.string() }),
    path: ({ promptId }) => paths.owned('answer', promptId),
    icon: 'owner',
  }),
  'owner.heard': notice({
    channels: ['app'],
    data: z.object({ product: localized, title: z.string(), how: z.enum(['linked', 'noted']), path: z.string() }),
    path: ({ path }) => path,
    icon: 'owner',
  }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof ownershipNotices> {}
}
