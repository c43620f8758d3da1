import type { Reading } from '@/lib/core/context';

import { knownProduct, productLink } from '../published';

const most = 500;

/** The products that everyone may know of, by name, for a choice. */
export async function listKnownProducts({ db }: Pick<Reading, 'db'>) {
  return db.product.findMany({
    where: knownProduct,
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: most,
    select: productLink,
  });
}
