import type { Reading } from '@/lib/core/context';

import { canEditProducts } from '../policy';
import { pricesEver } from '../published';

/** A product with the prices that each of its variants had, has and will have, for staff; null where there is none. One statement. */
export async function getProductPrices({ db, actor }: Reading, { id }: { id: string }) {
  if (!canEditProducts(actor)) return null;
  return db.product.findUnique({
    where: { id },
    select: {
      ...{ id: true, title: true, titleZh: true, createdAt: true },
      variants: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        take: 250,
        select: {
          ...{ id: true, title: true, titleZh: true, sku: true, currency: true },
          prices: { ...pricesEver, select: { ...pricesEver.select, id: true } },
        },
      },
    },
  });
}

/** A price that was told to have begun, and whether it is lower than what it followed; null where there is none. Two statements. */
export async function getBegunPrice({ db }: Pick<Reading, 'db'>, { priceId }: { priceId: string }) {
  const price = await db.price.findFirst({
    where: { id: priceId, begunAt: { not: null } },
    select: { id: true, variantId: true, currency: true, amountMinor: true, from: true },
  });
  if (!price) return null;
  const { variantId, currency, from: until } = price;
  const before = await db.price.findFirst({ where: { variantId, currency, until }, select: { amountMinor: true } });
  return { ...price, fell: before !== null && price.amountMinor < before.amountMinor };
}

export type ProductPrices = NonNullable<Awaited<ReturnType<typeof getProductPrices>>>;
export type PricedVariant = ProductPrices['variants'][number];
