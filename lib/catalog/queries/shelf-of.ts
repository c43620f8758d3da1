import type { Reading } from '@/lib/core/context';
import { inOrderOf } from '@/lib/core/list-page';
import { openStock } from '@/lib/stock/published';

import { firstPicture, priced, pricesAt } from '../published';

const mostVariants = 60;

/** How a product is sold at the moment: by the shop, not any more or not yet, or in drops alone. */
export type Selling = 'open' | 'sold-out' | 'drops';

/** Products on show among these, in the order of their ids: name, picture, what they cost and how they are sold. One statement. */
export async function listShelfOf({ db, now }: Reading, { ids }: { ids: string[] }) {
  const rows = await db.product.findMany({
    where: { id: { in: ids }, status: 'ACTIVE' },
    select: {
      ...{ id: true, handle: true, title: true, titleZh: true, tagline: true, taglineZh: true, type: true },
      variants: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        take: mostVariants,
        select: { currency: true, prices: pricesAt(now), stocked: { select: openStock } },
      },
      images: firstPicture,
    },
  });
  const products = rows.map(({ variants, ...row }) => {
    const inShop = variants.flatMap(({ stocked }) => (stocked?.inShop ? [stocked.open] : []));
    const selling: Selling = inShop.length === 0 ? 'drops' : inShop.some((open) => open > 0) ? 'open' : 'sold-out';
    return { ...row, selling, variants: variants.map(({ stocked: _, ...variant }) => priced(variant)) };
  });
  return inOrderOf(ids, products);
}

export type FoundProduct = Awaited<ReturnType<typeof listShelfOf>>[number];
