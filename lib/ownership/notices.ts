import { z } from 'zod';

import { declareNotices, localized, notice, type DataOf } from '@/lib/core/notices';
import { paths } from '@/lib/paths';

const claim = z.object({ product: localized, serial: z.string(), claimId: z.string() });

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
  'owner.claimed': notice({
    channels: ['app', 'mail'],
    data: claim.extend({ until: localized }),
    path: ({ claimId }) => paths.owned('claims', claimId),
    icon: 'owner',
    required: ['until'],
  }),
  'owner.claimAccepted': notice({
    channels: ['app', 'mail'],
    data: claim.extend({ until: localized }),
    path: ({ claimId }) => paths.owned('claims', claimId),
    icon: 'owner',
  }),
  'owner.claimRefused': notice({
    channels: ['app', 'mail'],
    data: claim.extend({ reason: z.string() }),
    path: ({ claimId }) => paths.owned('claims', claimId),
    icon: 'owner',
    required: ['reason'],
  }),
  'owner.claimMoved': notice({
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
