import { paths } from '@/lib/core/paths';
import type { ServerPart } from '@/lib/core/server-part';

import { productAddresses } from './addresses';

export const catalogServer: ServerPart = {
  pages: async () => [{ path: paths.products() }],
  addressParts: productAddresses,
};
