import type { Reading } from '@/lib/core/context';

import { namedVariant } from '../published';

/** Variants by their ids, with their names and those of their products, in no order. */
export async function listVariantNames({ db }: Pick<Reading, 'db'>, { ids }: { ids: string[] }) {
  return db.variant.findMany({ where: { id: { in: ids } }, select: { id: true, ...namedVariant } });
}
