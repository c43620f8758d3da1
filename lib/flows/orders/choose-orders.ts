import { isMember, may, type Actor } from '@/lib/core/actor';
import { reading, transact, type Reading } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { readList } from '@/lib/core/list';
import { allOf } from '@/lib/lists/all-of';
import { draftBulk } from '@/lib/lists/commands';
import { searchOrders } from '@/lib/orders/commands';
import { orderList, type AskedOrders } from '@/lib/orders/list';
import { findOrders, numbersOf } from '@/lib/orders/list-orders';
import type { ChooseOrders } from '@/lib/orders/schema';

/** Drafts an act on the orders that are ticked, or on all that a list's address names at this moment. Answers the draft's id. */
export async function chooseOrders(actor: Actor, { act, all, ids, query }: ChooseOrders): Promise<string> {
  if (!isMember(actor) || !may(actor, act === 'orders.pack' ? 'orders.export' : 'orders.ship')) throw notFound('list');
  const ask = reading(actor);
  const chosen = all ? await allOf(ask, wanted(ask, readList(orderList, query))) : ids;
  const numbers = await numbersOf(ask, { ids: chosen });
  return transact(draftBulk)(actor, { list: orderList.name, act, rows: numbers.map((key) => ({ key })) });
}

const wanted = (ask: Reading, asked: AskedOrders) => ({
  list: orderList,
  asked,
  find: async () =>
    findOrders(ask, asked, asked.q ? await transact(searchOrders)(ask.actor, { q: asked.q }) : undefined),
});
