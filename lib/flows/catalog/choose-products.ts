import { isMember, type Actor } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { readList } from '@/lib/core/list';
import { productList } from '@/lib/catalog/list';
import { canEditProducts } from '@/lib/catalog/policy';
import { findProducts } from '@/lib/catalog/queries/find-products';
import { listChosenProducts } from '@/lib/catalog/queries/products-to-move';
import type { ChooseProducts } from '@/lib/catalog/schema';
import { allOf } from '@/lib/lists/all-of';
import { draftBulk } from '@/lib/lists/commands';

/**
 * Drafts an act on the products that are ticked, or on all that a list's address names at this moment, each with the version that it has
 * now. Answers the draft's id.
 */
export async function chooseProducts(actor: Actor, { act, all, ids, query }: ChooseProducts): Promise<string> {
  if (!isMember(actor) || !canEditProducts(actor)) throw notFound('list');
  const ask = reading(actor);
  const asked = readList(productList, query);
  const find = () => findProducts(ask, asked);
  const chosen = all ? await allOf(ask, { list: productList, asked, find }) : ids;
  const products = await listChosenProducts(ask, { ids: chosen });
  const rows = products.map(({ handle, version }) => ({ key: handle, input: { shown: version } }));
  return transact(draftBulk)(actor, { list: productList.name, act, rows });
}
