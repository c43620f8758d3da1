import type { Reading } from '@/lib/core/context';
import { found } from '@/lib/core/errors';

import type { ProductName } from '../sql';

/** How the product with this id is called. */
export async function getProductName({ db }: Pick<Reading, 'db'>, id: string): Promise<ProductName> {
  const rows = await db.$queryRaw<ProductName[]>`
    SELECT p."handle", p."title", p."titleZh" FROM catalog.product p WHERE p."id" = ${id}::uuid`;
  return found(rows[0], 'product');
}

/** The product of this name that everyone may know of; null when there is none. */
export async function findProduct({ db }: Pick<Reading, 'db'>, handle: string): Promise<{ id: string } | null> {
  const [product] = await db.$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM catalog.product p WHERE p."handle" = ${handle} AND p."known"`;
  return product ?? null;
}
