import type { Actor } from '@/lib/core/actor';
import { isMember, may } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { notFound } from '@/lib/core/errors';
import { readList } from '@/lib/core/list';
import { searchOrders } from '@/lib/orders/commands';
import { orderCells, orderHead } from '@/lib/orders/export-cells';
import { orderList } from '@/lib/orders/list';
import { findOrders } from '@/lib/orders/list-orders';

import { exportRows, type Exported } from '@/lib/lists/export-rows';

/** Makes a file of the orders that a list's address names, with names and addresses. */
export async function exportOrders(
  actor: Actor,
  { query, reason }: { query: Record<string, string | undefined>; reason: string },
): Promise<Exported> {
  if (!isMember(actor) || !may(actor, 'orders.export')) throw notFound('list');
  const asked = readList(orderList, query);
  const ask = reading(actor);
  const searched = asked.q ? await transact(searchOrders)(actor, { q: asked.q }) : undefined;
  return exportRows({
    by: actor,
    list: orderList,
    asked,
    zone: await shopZone(),
    found: await findOrders(ask, asked, searched),
    act: 'order.export',
    reason,
    head: orderHead,
    cells: (ids) => orderCells(ask, { ids }),
  });
}
