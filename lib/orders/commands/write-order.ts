import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { readableCode } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';

import { canCheckOut, type HeldUnit } from '../policy';
import { totalsOf, type Address } from '../schema';
import { insertOrder } from '../sql';

export type WriteOrder = { held: HeldUnit; address: Address; locale: string; provider: string };

/** Turns a held unit into an order that waits for its payment. */
export async function writeOrder(ctx: Ctx<Raw>, { held, address, locale, provider }: WriteOrder): Promise<{ number: string; paymentId: string }> {
  if (!canCheckOut(held, ctx.now)) throw new Refused('hold-ended', 'This unit is no longer held for you');
  const totals = totalsOf(held.priceMinor, held.currency, address.country);
  if (!totals) throw new Refused('no-shipping', 'No shipping price in this currency', { field: 'country' });
  const number = readableCode(10);
  const { orderId, paymentId } = await insertOrder(ctx.db, { held, address, totals, locale, number, provider, at: ctx.now });
  await ctx.emit('order.placed', { orderId });
  return { number, paymentId };
}
