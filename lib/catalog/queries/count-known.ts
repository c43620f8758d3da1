import type { Reading } from '@/lib/core/context';

import { knownProduct } from '../published';

/** How many products everyone may know of. */
export const countKnown = ({ db }: Pick<Reading, 'db'>): Promise<number> => db.product.count({ where: knownProduct });
