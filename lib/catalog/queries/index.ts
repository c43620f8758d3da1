import type { Reading } from '@/lib/core/context';
import { inOrderOf } from '@/lib/core/list-page';
import { openStock } from '@/lib/stock/published';
import { ownedNow } from '@/lib/ownership/published';

import { priceStory } from '../choices/price-story';
import { heldAt, priced, pricesAt, pricesEver } from '../published';
import { listedOf } from '../specifications';

const imageFields = { path: true, alt: true, altZh: true, state: true, variantId: true } as const;
const priceFields = (now: Date) => ({
  id: true as const,
  title: true as const,
  titleZh: true as const,
  options: true as const,
  currency: true as const,
  prices: pricesAt(now),
});

export type Page<T> = { items: T[]; next: string | null };
export type ListedProduct = Awaited<ReturnType<typeof listProducts>>['items'][number];
export type ShownProduct = NonNullable<Awaited<ReturnType<typeof getProduct>>>;

const listedFields = (now: Date) => ({
  id: true as const,
  handle: true as const,
  title: true as const,
  titleZh: true as const,
  tagline: true as const,
  taglineZh: true as const,
  type: true as const,
  vendor: true as const,
  variants: { where: { retiredAt: null }, orderBy: { position: 'asc' as const }, take: 12, select: priceFields(now) },
  images: { orderBy: { position: 'asc' as const }, take: 1, select: imageFields },
});

/** Products for sale or on their way, newest first, by keyset; `after` is the last product's id of the page before. One statement. */
export async function listProducts(
  { db, now }: Reading,
  { after, limit = 24 }: { after?: string; limit?: number } = {},
) {
  const rows = await db.product.findMany({
    where: { status: 'ACTIVE' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: limit + 1,
    select: listedFields(now),
  });
  const items = rows.slice(0, limit).map((row) => ({ ...row, variants: row.variants.map(priced) }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The same of some products on show, in the order of their ids. One statement. */
export async function listProductsOf({ db, now }: Reading, { ids }: { ids: string[] }) {
  const where = { id: { in: ids }, status: 'ACTIVE' as const };
  const rows = await db.product.findMany({ where, select: listedFields(now) });
  return inOrderOf(
    ids,
    rows.map((row) => ({ ...row, variants: row.variants.map(priced) })),
  );
}

/** One product as everyone may see it, or null when it is not on show. One statement. */
export async function getProduct({ db, now }: Reading, { handle }: { handle: string }) {
  const product = await db.product.findFirst({
    where: { handle, status: 'ACTIVE' },
    select: {
      id: true,
      handle: true,
      title: true,
      titleZh: true,
      tagline: true,
      taglineZh: true,
      html: true,
      htmlZh: true,
      warnings: true,
      warningsZh: true,
      manufacturer: true,
      responsible: true,
      vendor: true,
      type: true,
      tags: true,
      tagsZh: true,
      metafields: true,
      metafieldsZh: true,
      optionNames: true,
      createdAt: true,
      updatedAt: true,
      variants: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        take: 250,
        select: { ...priceFields(now), prices: pricesEver, sku: true, grams: true, stocked: { select: openStock } },
      },
      images: { orderBy: { position: 'asc' }, take: 60, select: imageFields },
      _count: { select: { ownerships: { where: ownedNow } } },
    },
  });
  if (!product) return null;
  const { tags, tagsZh, metafields, metafieldsZh, ...shown } = product;
  // Whether the shop sells a variant, and has it: how many there are is nobody's business.
  const shop = Object.fromEntries(
    shown.variants.flatMap(({ id, stocked }) => (stocked?.inShop ? [[id, stocked.open > 0]] : [])),
  );
  const variants = shown.variants.map(({ stocked: _, prices, ...variant }) => ({
    ...priced({ ...variant, prices: heldAt(prices, now) }),
    ...priceStory(prices, { currency: variant.currency, now, offeredSince: shown.createdAt }),
  }));
  return { ...shown, variants, shop, listed: listedOf({ tags, tagsZh, metafields, metafieldsZh }) };
}

/** Products as choices for staff forms: every one that is not archived. */
export async function listProductChoices({ db }: Reading) {
  return db.product.findMany({
    where: { status: { not: 'ARCHIVED' } },
    orderBy: { title: 'asc' },
    take: 500,
    select: { id: true, handle: true, title: true, titleZh: true },
  });
}

const mostAddresses = 5_000;

/** The products on show for the sitemap, newest first. One statement. */
export async function listProductAddresses({ db }: Reading): Promise<{ handle: string; updatedAt: Date }[]> {
  return db.product.findMany({
    where: { status: 'ACTIVE' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostAddresses,
    select: { handle: true, updatedAt: true },
  });
}

/** Whether there is a product at all, shown or not. */
export async function hasProduct({ db }: Pick<Reading, 'db'>): Promise<boolean> {
  return (await db.product.findFirst({ select: { id: true } })) !== null;
}

/** The handle of the product on show that an address means, whose letters may be written small there; null where there is none. */
export async function findShownHandle(
  { db }: Pick<Reading, 'db'>,
  { handle }: { handle: string },
): Promise<string | null> {
  const rows = await db.product.findMany({
    where: { handle: { in: [...new Set([handle, handle.toLowerCase()])] }, status: 'ACTIVE' },
    take: 2,
    select: { handle: true },
  });
  return (rows.find((row) => row.handle === handle) ?? rows[0])?.handle ?? null;
}

/** The ids of products by their handles, in the same order; those that are not here are left out. */
export async function listIdsByHandles(
  { db }: Pick<Reading, 'db'>,
  { handles }: { handles: string[] },
): Promise<string[]> {
  const rows = await db.product.findMany({ where: { handle: { in: handles } }, select: { id: true, handle: true } });
  const ids = new Map(rows.map(({ id, handle }) => [handle, id]));
  return handles.flatMap((handle) => ids.get(handle) ?? []);
}
