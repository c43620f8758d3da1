import { paths } from '@/lib/paths';
import type { FrontPart } from '@/lib/core/front-part';
import { productAddresses } from './addresses';

export const catalogFront: FrontPart = {
  pages: async () => [{ path: paths.products() }],
  addressParts: productAddresses,
};
