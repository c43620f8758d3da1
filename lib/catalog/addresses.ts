import type { Address, AddressParts } from '@/lib/core/addresses';
import type { Reading } from '@/lib/core/context';
import { paths } from '@/lib/paths';

import { listProductAddresses } from './queries';

const part = 'products';

/** Every product that is sold. */
export const productAddresses: AddressParts = {
  area: 'shop',
  isPart: (named) => named === part,
  listParts: async () => [part],
  list: async (reading, named) => (named === part ? listProducts(reading) : null),
};

async function listProducts(reading: Reading): Promise<Address[]> {
  const products = await listProductAddresses(reading);
  return products.map(({ handle, updatedAt }) => ({ path: paths.product(handle), changedAt: updatedAt }));
}
