import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { readableCode } from '@/lib/core/ids';
import type { Use } from '@/lib/core/limits';
import type { Raw } from '@/lib/core/raw';

import { canCheckOut, type HeldUnit } from '../policy';
import { totalsOf, type Address } from '../schema';
import { insertOrders, type NewOrder } from '../sql';

export type WriteOrder = { held: HeldUnit; address: Address; locale: string; provider: string; spent?: Use };

/** Turns held units into orders that wait for their payments, all or none; refuses with hold-ended and no-shipping. */
export async function writeOrders(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  orders: WriteOrder[],
): Promise<{ number: string; paymentId: string }[]> {
  return insertOrders(
    db,
    orders.map((order) => priced(order, now)),
    now,
  );
}

function priced({ held, address, ...order }: WriteOrder, now: Date): NewOrder {
  if (!canCheckOut(held, now)) throw new Refused('hold-ended', 'This unit is no longer held for you');
  const totals = totalsOf(held.priceMinor, held.currency, address.country);
  if (!totals) throw new Refused('no-shipping', 'No shipping price in this currency', { field: 'country' });
  return { ...order, held, address, totals, number: readableCode(10) };
}
