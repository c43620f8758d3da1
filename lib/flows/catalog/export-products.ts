import { isMember, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { notFound } from '@/lib/core/errors';
import { readList } from '@/lib/core/list';
import { productCells, productHead } from '@/lib/catalog/export-cells';
import { productList } from '@/lib/catalog/list';
import { canEditProducts } from '@/lib/catalog/policy';
import { findProducts } from '@/lib/catalog/queries/find-products';
import { exportRows, type Exported } from '@/lib/lists/export-rows';

/** Makes a file of the products that a list's address names, drafts too. */
export async function exportProducts(
  actor: Actor,
  { query, reason }: { query: Record<string, string | undefined>; reason: string },
): Promise<Exported> {
  if (!isMember(actor) || !canEditProducts(actor)) throw notFound('list');
  const asked = readList(productList, query);
  const ask = reading(actor);
  return exportRows({
    by: actor,
    list: productList,
    asked,
    zone: await shopZone(),
    found: await findProducts(ask, asked),
    act: 'product.export',
    reason,
    head: productHead,
    cells: (ids) => productCells(ask, { ids }),
  });
}
