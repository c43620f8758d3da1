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

/** A price that was told to have begun; null where there is none. */
export async function getBegunPrice({ db }: Pick<Reading, 'db'>, { priceId }: { priceId: string }) {
  return db.price.findFirst({
    where: { id: priceId, begunAt: { not: null } },
    select: { id: true, variantId: true, currency: true, amountMinor: true, from: true },
  });
}

export type BegunPrice = NonNullable<Awaited<ReturnType<typeof getBegunPrice>>>;

/** Whether a price is lower than what held before it. */
export async function hasFallen({ db }: Pick<Reading, 'db'>, price: BegunPrice): Promise<boolean> {
  const { variantId, currency, from: until } = price;
  const before = await db.price.findFirst({ where: { variantId, currency, until }, select: { amountMinor: true } });
  return before !== null && price.amountMinor < before.amountMinor;
}

export type ProductPrices = NonNullable<Awaited<ReturnType<typeof getProductPrices>>>;
export type PricedVariant = ProductPrices['variants'][number];
