import type { Reading } from '@/lib/core/context';

import { actsOn, canReadOrders } from './policy';

type Wanted = { act: 'ship' | 'deliver'; numbers: string[] };

/** What will probably become of each of these orders: the code of its refusal, or null where it can be done now. */
export async function forecastOrders(
  { db, actor }: Reading,
  { act, numbers }: Wanted,
): Promise<{ key: string; code: string | null }[]> {
  if (!canReadOrders(actor)) return [];
  const orders = await db.order.findMany({
    where: { number: { in: numbers } },
    select: {
      number: true,
      state: true,
      shipments: { orderBy: { shippedAt: 'asc' }, select: { deliveredAt: true } },
      payments: {
        where: { state: 'PAID', surplusAt: null },
        select: {
          state: true,
          surplusAt: true,
          refunds: { select: { state: true } },
          disputes: { select: { state: true } },
        },
      },
    },
  });
  const known = new Map(orders.map((order) => [order.number, order]));
  return numbers.map((key) => {
    const order = known.get(key);
    if (!order) return { key, code: 'not-found' };
    if (actsOn(order)[act]) return { key, code: null };
    return { key, code: hindrance(act, order) };
  });
}

function hindrance(act: Wanted['act'], { state, shipments }: { state: string; shipments: unknown[] }): string {
  if (act === 'ship' ? state === 'PAID' : state === 'SHIPPED' && shipments.length > 0) return 'money-moves';
  const before = act === 'ship' ? ['SHIPPED', 'DELIVERED'] : ['DELIVERED'];
  return before.includes(state) ? 'done-before' : 'wrong-state';
}
