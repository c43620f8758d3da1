import { moveProduct, saveProduct } from '@/lib/catalog/commands';
import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { indexProduct } from '@/lib/flows/search/index-product';
import { searchProducts } from '@/lib/flows/search/search-products';
import { searchText } from '@/lib/search/schema';

/** Saves a product as an import does. */
export const save = transact(saveProduct);
type Given = Partial<Parameters<typeof saveProduct>[1]> & { handle: string; title: string; sku?: string };

let number = 0;
/** A product that search knows of; each is a day newer than the one before. */
export async function makeFindable({ sku, ...given }: Given): Promise<string> {
  number += 1;
  const variants = [{ title: 'One', priceMinor: 19_900, currency: 'USD', sku: sku ?? null }];
  const createdAt = new Date(Date.UTC(2026, 0, number));
  const { id } = await save(system, { status: 'ACTIVE', variants, createdAt, ...given });
  await transact(indexProduct)(system, { id });
  return id;
}

/** What everybody finds. */
export const find = (q: string, page = 1) => searchProducts(reading(), { q: searchText(q), page });
/** The same by their handles. */
export const handles = async (q: string) => (await find(q)).products.map(({ handle }) => handle);

/** Puts a product on show or away, and has search follow. */
export async function move(productId: string, status: 'ACTIVE' | 'ARCHIVED') {
  const { version: shown } = await db.product.findUniqueOrThrow({ where: { id: productId } });
  await transact(moveProduct)(system, { productId, shown, status });
  await transact(indexProduct)(system, { id: productId });
}
