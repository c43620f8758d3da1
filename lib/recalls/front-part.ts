import type { FrontPart } from '@/lib/core/front-part';

import { recallPath } from './choices/recall-path';
import { listRecallAddresses } from './queries/public';

export const recallsFront: FrontPart = {
  pages: async (reading) => [
    { path: recallPath() },
    ...(await listRecallAddresses(reading)).map(({ slug, changedAt }) => ({ path: recallPath(slug), changedAt })),
  ],
};
