import type { Reading } from '@/lib/core/context';

import type { ApiProduct } from '../api-shapes';
import { priced, pricesAt } from '../published';

// A product has fewer; the bound is for what was imported.
const mostVariants = 250;

/** Products on show by their ids, with what is sold of each and what it costs now: drafts and archived ones are not among them. */
export async function listOnShow(
  { db, now }: Reading,
  { after, limit }: { after?: string; limit: number },
): Promise<{ products: ApiProduct[]; more: boolean }> {
  const rows = await db.product.findMany({
    where: { status: 'ACTIVE', ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: {
      ...{ id: true, handle: true, title: true, titleZh: true },
      variants: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        take: mostVariants,
        select: {
          ...{ id: true, title: true, sku: true, barcode: true, grams: true, currency: true },
          prices: pricesAt(now),
        },
      },
    },
  });
  const products = rows.slice(0, limit).map(({ variants, ...row }) => ({
    ...row,
    variants: variants.map((variant) => {
      const { compareAtMinor: _, taxIncluded: __, ...sold } = priced(variant);
      return sold;
    }),
  }));
  return { products, more: rows.length > limit };
}
