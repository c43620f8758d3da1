import type { Reading } from '@/lib/core/context';

import { variantOfDrop } from './shapes';

/** The variants of a product that a wave can offer. */
export async function listVariants({ db }: Pick<Reading, 'db'>, { productId }: { productId: string }) {
  return db.variant.findMany({ where: { productId }, orderBy: { position: 'asc' }, take: 60, select: variantOfDrop });
}
