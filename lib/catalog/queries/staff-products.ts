import type { Reading } from '@/lib/core/context';
import type { Cursor } from '@/lib/core/cursor';

import { priced, pricesAt } from '../published';
import { editedFields } from '../commands/edited-fields';

export const productStates = ['DRAFT', 'ACTIVE', 'ARCHIVED'] as const;
type Asked = { search?: string; status?: (typeof productStates)[number]; after?: Cursor; limit?: number };

/** Products as staff look through them, newest first, by keyset; found by name, SKU or barcode. */
export async function listStaffProducts({ db, now }: Reading, { search = '', status, after, limit = 50 }: Asked) {
  const like = { contains: search, mode: 'insensitive' } as const;
  const rows = await db.product.findMany({
    where: {
      ...(status && { status }),
      AND: [
        after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {},
        search
          ? {
              OR: [
                { title: like },
                { titleZh: like },
                { handle: like },
                { variants: { some: { OR: [{ sku: like }, { barcode: like }] } } },
              ],
            }
          : {},
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: {
      id: true,
      handle: true,
      title: true,
      titleZh: true,
      status: true,
      publishAt: true,
      createdAt: true,
      variants: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        take: 100,
        select: { sku: true, currency: true, prices: pricesAt(now) },
      },
      images: { where: { state: 'READY' }, orderBy: { position: 'asc' }, take: 1, select: { path: true } },
    },
  });
  const products = rows.slice(0, limit).map((row) => ({ ...row, variants: row.variants.map(priced) }));
  return { products, more: rows.length > limit };
}

export type StaffProduct = Awaited<ReturnType<typeof listStaffProducts>>['products'][number];

/** A product with all that its form changes; null when there is none. */
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
          prices: pricesAt(now),
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
  return product && { ...product, variants: product.variants.map(priced) };
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
