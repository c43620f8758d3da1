import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { readableCode } from '@/lib/core/ids';
import type { Use } from '@/lib/core/limits';
import type { Raw } from '@/lib/core/raw';
import type { StoredMarket } from '@/lib/core/market';
import { gatewayFor } from '@/lib/outside/payments';

import type { OrderCompany } from '../company';
import { canCheckOut, type HeldUnit } from '../policy';
import { priceIn, type ShownTotal } from '../priced';
import type { Address } from '../schema';
import { insertOrders, type NewOrder } from '../sql';

export type WriteOrder = {
  held: HeldUnit;
  address: Address;
  market: StoredMarket;
  /** The total that the buyer read; another one is refused. */
  shown?: ShownTotal;
  locale: string;
  /** The company that its invoice is for. */
  company?: OrderCompany;
  spent?: Use;
};

/** Turns held units into orders that wait for their payments, all or none; refuses with hold-ended, no-shipping and total-changed. */
export async function writeOrders(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  orders: WriteOrder[],
): Promise<{ number: string; paymentId: string }[]> {
  return insertOrders(
    db,
    orders.map((order) => pricedOrder(order, now)),
    now,
  );
}

function pricedOrder({ market, shown, ...order }: WriteOrder, now: Date): NewOrder {
  const { held, address } = order;
  if (!canCheckOut(held, now)) throw new Refused('hold-ended', 'This unit is no longer held for you');
  const { totals, lines, terms } = priceIn(market, { held, address, shown, now });
  const provider = gatewayFor(totals.totalMinor);
  return { ...order, provider, totals, line: lines[0]!, terms, soldIn: market, number: readableCode(10) };
}
