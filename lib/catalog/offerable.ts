import type { Reading } from '@/lib/core/context';

import { pricedVariant } from './published';

/** Products that a drop can offer, with their variants, the active and newest first. */
export async function listOfferable({ db }: Reading) {
  return db.product.findMany({
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
        select: { id: true, title: true, titleZh: true, priceMinor: true, currency: true },
      },
    },
  });
}

export type Offerable = Awaited<ReturnType<typeof listOfferable>>[number];

/** The variants of a product that a wave can offer. */
export async function listVariants({ db }: Pick<Reading, 'db'>, { productId }: { productId: string }) {
  return db.variant.findMany({
    where: { productId, retiredAt: null },
    orderBy: { position: 'asc' },
    take: 60,
    select: pricedVariant,
  });
}
