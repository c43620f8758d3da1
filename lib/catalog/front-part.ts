import { paths } from '@/lib/paths';
import type { FrontPart } from '@/lib/core/front-part';
import { collectionPath } from './choices/collection-path';
import { productAddresses } from './addresses';
import { listShownCollections } from './queries/collections';

export const catalogFront: FrontPart = {
  pages: async (reading) => {
    const collections = await listShownCollections(reading);
    const each = collections.map(({ slug, changedAt }) => ({ path: collectionPath(slug), changedAt }));
    return [{ path: paths.products() }, ...(each.length > 0 ? [{ path: collectionPath() }, ...each] : [])];
  },
  addressParts: productAddresses,
};
