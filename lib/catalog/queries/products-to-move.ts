import type { Reading } from '@/lib/core/context';
import { inOrderOf } from '@/lib/core/list-page';

import { canEditProducts, canMove } from '../policy';
import { productActs, type ProductAct } from '../schema';

const select = { id: true, handle: true, title: true, titleZh: true, version: true, status: true } as const;

/** Products that were chosen from the list, in the order of their ids: each by its handle, with the version that it has now. */
export async function listChosenProducts({ db, actor }: Reading, { ids }: { ids: string[] }) {
  if (!canEditProducts(actor)) return [];
  return inOrderOf(ids, await db.product.findMany({ where: { id: { in: ids } }, select }));
}

/** Products by their handles, for naming them. */
export async function listProductsByHandle({ db, actor }: Reading, { handles }: { handles: string[] }) {
  if (!canEditProducts(actor)) return [];
  return db.product.findMany({ where: { handle: { in: handles } }, select });
}

/** What will probably become of each of these products: the code of its refusal, or null where it can be moved now. */
export async function forecastProducts(
  reading: Reading,
  { act, handles }: { act: ProductAct; handles: string[] },
): Promise<{ key: string; code: string | null }[]> {
  const rows = await listProductsByHandle(reading, { handles });
  const states = new Map(rows.map(({ handle, status }) => [handle, status]));
  const to = productActs[act];
  return handles.map((key) => {
    const status = states.get(key);
    if (!status) return { key, code: 'not-found' };
    if (status === to) return { key, code: 'done-before' };
    return { key, code: canMove(status, to) ? null : 'wrong-status' };
  });
}
