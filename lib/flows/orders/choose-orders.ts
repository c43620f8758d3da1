import { isMember, may, type Actor } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import { notFound, Refused } from '@/lib/core/errors';
import { readList } from '@/lib/core/list';
import { readListIds } from '@/lib/core/list-page';
import { mostBulkRows } from '@/lib/core/bulk';
import { draftBulk } from '@/lib/lists/commands';
import { searchOrders } from '@/lib/orders/commands';
import { orderList } from '@/lib/orders/list';
import { findOrders, numbersOf } from '@/lib/orders/list-orders';
import type { ChooseOrders } from '@/lib/orders/schema';

/** Drafts an act on the orders that are ticked, or on all that a list's address names at this moment. Answers the draft's id. */
export async function chooseOrders(actor: Actor, { act, all, ids, query }: ChooseOrders): Promise<string> {
  if (!isMember(actor) || !may(actor, act === 'orders.pack' ? 'orders.export' : 'orders.ship')) throw notFound('list');
  const chosen = all ? await allOf(actor, query) : ids;
  const numbers = await numbersOf(reading(actor), { ids: chosen });
  return transact(draftBulk)(actor, { list: orderList.name, act, rows: numbers.map((key) => ({ key })) });
}

// One statement, and so the rows of one moment.
async function allOf(actor: Actor, query: Record<string, string>): Promise<string[]> {
  const asked = readList(orderList, { ...query, after: undefined, before: undefined });
  const ask = reading(actor);
  const searched = asked.q ? await transact(searchOrders)(actor, { q: asked.q }) : undefined;
  const found = await findOrders(ask, asked, searched);
  if (found.cut) throw new Refused('bulk-cut', 'the search found too much to do it to all');
  const { timeZone: zone } = await currentBrand();
  const { ids, next } = await readListIds(orderList, asked, { db: ask.db, zone, found, size: mostBulkRows });
  if (next) throw new Refused('bulk-many', 'too many rows', { values: { most: mostBulkRows } });
  return ids;
}
