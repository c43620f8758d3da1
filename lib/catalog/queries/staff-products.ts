import type { Reading } from '@/lib/core/context';
import { inOrderOf, readListPage, type ListPage } from '@/lib/core/list-page';

import { productList, type AskedProducts } from '../list';
import { canEditProducts } from '../policy';
import { priced, pricesAhead, pricesAt } from '../published';
import { regularlyPriced } from '../regularly-priced';
import { editedFields } from '../commands/edited-fields';
import { findProducts } from './find-products';

type Wanted = { asked: AskedProducts; zone: string };

/** One page of products for staff. */
export async function listStaffProducts(
  reading: Reading,
  { asked, zone }: Wanted,
): Promise<{ rows: StaffProduct[]; page: ListPage; cut: boolean }> {
  if (!canEditProducts(reading.actor)) return { rows: [], page: { ids: [], count: 0 }, cut: false };
  const found = await findProducts(reading, asked);
  const page = await readListPage(productList, asked, { db: reading.db, zone, found });
  const rows = page.ids.length > 0 ? inOrderOf(page.ids, await readRows(reading, page.ids)) : [];
  return { rows, page, cut: found.cut };
}

/** Products of some ids as staff see them, in no order. */
export async function readRows({ db, now }: Pick<Reading, 'db' | 'now'>, ids: string[]) {
  const rows = await db.product.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      handle: true,
      title: true,
      titleZh: true,
      type: true,
      status: true,
      publishAt: true,
      createdAt: true,
      updatedAt: true,
      variants: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        take: 100,
        select: { sku: true, currency: true, prices: pricesAt(now) },
      },
      images: { where: { state: 'READY' }, orderBy: { position: 'asc' }, take: 1, select: { path: true } },
    },
  });
  return rows.map((row) => ({ ...row, variants: row.variants.map(priced) }));
}

export type StaffProduct = Awaited<ReturnType<typeof readRows>>[number];

/** A product with all that its form changes, at its regular prices; null when there is none. */
export async function getProductToEdit({ db, now }: Reading, { id }: { id: string }) {
  const product = await db.product.findUnique({
    where: { id },
    select: {
      ...editedFields,
      handle: true,
      updatedAt: true,
      picturesVersion: true,
      images: {
        orderBy: { position: 'asc' },
        take: 200,
        select: { id: true, path: true, alt: true, altZh: true, variantId: true, state: true },
      },
      variants: {
        orderBy: { position: 'asc' },
        take: 200,
        select: {
          id: true,
          options: true,
          title: true,
          titleZh: true,
          sku: true,
          barcode: true,
          prices: pricesAhead(now),
          currency: true,
          grams: true,
          hsCode: true,
          origin: true,
          battery: true,
          retiredAt: true,
        },
      },
    },
  });
  return product && { ...product, variants: product.variants.map((variant) => regularlyPriced(variant, now)) };
}

export type ProductToEdit = NonNullable<Awaited<ReturnType<typeof getProductToEdit>>>;

/** How many pictures a product has. */
export async function countPictures({ db }: Reading, { productId }: { productId: string }): Promise<number> {
  return db.productImage.count({ where: { productId } });
}

/** Drafts whose moment to go on show has come. */
export async function listDueProducts({ db, now }: Reading): Promise<string[]> {
  const due = { status: 'DRAFT', publishAt: { lte: now } } as const;
  const rows = await db.product.findMany({ where: due, orderBy: { publishAt: 'asc' }, take: 50, select: { id: true } });
  return rows.map(({ id }) => id);
}
