import type { Reading } from '@/lib/core/context';

import { priced, pricedVariant, pricesAt } from './published';

/** Products that a drop can offer, with their variants, the active and newest first. */
export async function listOfferable({ db, now }: Reading) {
  const products = await db.product.findMany({
    where: { status: { not: 'ARCHIVED' }, variants: { some: { retiredAt: null } } },
    orderBy: [{ status: 'desc' }, { createdAt: 'desc' }],
    take: 200,
    select: {
      id: true,
      title: true,
      titleZh: true,
      status: true,
      variants: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        take: 60,
        select: { id: true, title: true, titleZh: true, currency: true, prices: pricesAt(now) },
      },
    },
  });
  return products.map((product) => ({ ...product, variants: product.variants.map(priced) }));
}

export type Offerable = Awaited<ReturnType<typeof listOfferable>>[number];

/** The variants of a product that a wave can offer. */
export async function listVariants({ db, now }: Pick<Reading, 'db' | 'now'>, { productId }: { productId: string }) {
  const variants = await db.variant.findMany({
    where: { productId, retiredAt: null },
    orderBy: { position: 'asc' },
    take: 60,
    select: pricedVariant(now),
  });
  return variants.map(priced);
}
