import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { mostCollections, mostPlaced } from '../choices/collection-rules';
import { canEditProducts } from '../policy';
import { firstPicture } from '../published';

const named = {
  id: true,
  slug: true,
  title: true,
  titleZh: true,
  lead: true,
  leadZh: true,
} as const satisfies Prisma.CollectionSelect;
const onShow = { product: { status: 'ACTIVE' } } as const satisfies Prisma.CollectionProductWhereInput;

/** The collections that everybody is shown and that hold something, by name, each with how many products are on show and a picture of one. */
export async function listShownCollections({ db }: Pick<Reading, 'db'>) {
  const rows = await db.collection.findMany({
    where: { shownAt: { not: null }, products: { some: onShow } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: mostCollections,
    select: { ...named, changedAt: true, _count: { select: { products: { where: onShow } } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, count: _count.products }));
}

export type ShownCollection = Awaited<ReturnType<typeof listShownCollections>>[number];

/** The picture of the first product with one of each of these collections. One statement. */
export async function picturesOfCollections({ db }: Pick<Reading, 'db'>, { ids }: { ids: string[] }) {
  const rows = await db.$queryRaw<{ id: string; path: string }[]>`
    SELECT c.id::text AS "id", shown."path" FROM unnest(${ids}::uuid[]) AS c(id) CROSS JOIN LATERAL (
      SELECT i."path" FROM "CollectionProduct" s JOIN "Product" p ON p."id" = s."productId" AND p."status" = 'ACTIVE'
      JOIN "ProductImage" i ON i."productId" = p."id" AND i."state" = 'READY' AND i."path" IS NOT NULL
      WHERE s."collectionId" = c.id ORDER BY s."place" NULLS LAST, p."createdAt" DESC, i."position" LIMIT 1) shown`;
  return new Map(rows.map(({ id, path }) => [id, path]));
}

/** A collection that everybody is shown, by its address; null where there is none. */
export async function getShownCollection({ db }: Pick<Reading, 'db'>, { slug }: { slug: string }) {
  return db.collection.findFirst({ where: { slug, shownAt: { not: null } }, select: { ...named, sort: true } });
}

/** The collections that a product stands in and everybody is shown, by name, few. */
export async function listCollectionsOf({ db }: Pick<Reading, 'db'>, { productId }: { productId: string }) {
  return db.collection.findMany({
    where: { shownAt: { not: null }, products: { some: { productId } } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: 20,
    select: { slug: true, title: true, titleZh: true },
  });
}

/** All collections for staff, by name, with how many products they hold, drafts too. */
export async function listCollectionsForStaff({ db, actor }: Reading) {
  if (!canEditProducts(actor)) return [];
  const rows = await db.collection.findMany({
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: mostCollections,
    select: { ...named, kind: true, shownAt: true, source: true, _count: { select: { products: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, count: _count.products }));
}

export type StaffCollection = Awaited<ReturnType<typeof listCollectionsForStaff>>[number];

/** A collection with all that its form changes, and the first of its products; null where there is none. */
export async function getCollectionToEdit({ db, actor }: Reading, { id }: { id: string }) {
  if (!canEditProducts(actor) || !isUuid(id)) return null;
  const row = await db.collection.findUnique({
    where: { id },
    select: {
      ...named,
      ...{ kind: true, match: true, sort: true, version: true, shownAt: true },
      rules: {
        orderBy: { position: 'asc' },
        select: { condition: true, value: true, amountMinor: true, currency: true },
      },
      products: {
        orderBy: [{ place: { sort: 'asc', nulls: 'last' } }, { product: { createdAt: 'desc' } }],
        take: mostPlaced,
        select: { product: { select: { id: true, title: true, titleZh: true, status: true, images: firstPicture } } },
      },
      _count: { select: { products: true } },
    },
  });
  if (!row) return null;
  const { _count, products, ...rest } = row;
  return {
    ...rest,
    count: _count.products,
    products: products.map(({ product: { images, ...product } }) => ({ ...product, picture: images[0]?.path ?? null })),
  };
}

export type CollectionToEdit = NonNullable<Awaited<ReturnType<typeof getCollectionToEdit>>>;

/** The newest products that staff may put into a collection, by name. */
export async function listToCollect({ db, actor }: Reading) {
  if (!canEditProducts(actor)) return [];
  const rows = await db.product.findMany({
    where: { status: { not: 'ARCHIVED' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 1_000,
    select: { id: true, title: true, titleZh: true },
  });
  return rows.toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
}

export type ProductToCollect = Awaited<ReturnType<typeof listToCollect>>[number];

/** The collection that was brought from somewhere, with whether staff have changed it here; null where it is not here. */
export async function findBrought(
  { db }: Pick<Reading, 'db'>,
  { source, sourceId }: { source: string; sourceId: string },
) {
  const row = await db.collection.findUnique({
    where: { source_sourceId: { source, sourceId } },
    select: { id: true, version: true, broughtVersion: true },
  });
  return row && { id: row.id, version: row.version, edited: row.version !== row.broughtVersion };
}
