import type { FrontPart } from '@/lib/core/front-part';
import { paths } from '@/lib/paths';

import { listPageAddresses } from './queries';

export const pagesFront: FrontPart = {
  pages: async (reading) =>
    (await listPageAddresses(reading)).map(({ slug, updatedAt }) => ({ path: paths.page(slug), changedAt: updatedAt })),
};
