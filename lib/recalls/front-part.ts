import type { FrontPart } from '@/lib/core/front-part';
import { paths } from '@/lib/paths';

import { listRecallAddresses } from './queries/public';

export const recallsFront: FrontPart = {
  pages: async (reading) => [
    { path: paths.recalls() },
    ...(await listRecallAddresses(reading)).map(({ slug, changedAt }) => ({ path: paths.recall(slug), changedAt })),
  ],
};
