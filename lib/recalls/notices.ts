import { z } from 'zod';

import { declareNotices, localized, notice, type DataOf } from '@/lib/core/notices';

import { answerPath } from './choices/answer-path';
import { recallPath } from './choices/recall-path';

/** Which recall, of which devices, and the key of the link by which their owner answers. */
const data = z.object({ title: localized, serials: z.string(), key: z.string(), slug: z.string() });
/** What may happen, and what is to be done at once. */
const mailData = z.object({ danger: localized, task: localized });

const toOwner = () =>
  notice({
    ...{ channels: ['app', 'mail'] as const, data, mailData, icon: 'owner' as const },
    path: ({ key }) => answerPath(key),
    required: ['title', 'serials', 'danger', 'task'],
  });

/** Notices of this domain, to owners. */
export const recallsNotices = declareNotices({
  'recall.told': toOwner(),
  'recall.reminded': toOwner(),
  'recall.withdrawn': notice({
    ...{ channels: ['app', 'mail'], data, mailData, icon: 'owner' },
    path: ({ slug: _ }) => recallPath(),
    required: ['title', 'serials'],
  }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof recallsNotices> {}
}
