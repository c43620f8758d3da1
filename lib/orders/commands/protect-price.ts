import type { Ctx } from '@/lib/core/context';
import { promisesOf } from '@/lib/core/market';
import { after, day } from '@/lib/core/time';
import { soldBy } from '@/lib/markets/published';

import { protectedOf } from '../protected-of';
import { lockOrderById } from '../sql';
import { refundPart } from './request-refund';

/** A price that began, of one piece in minor units, and for how many pieces of the order's lines all went back meanwhile, by the line's id. */
export type ProtectPrice = {
  orderId: string;
  price: { id: string; variantId: string; currency: string; amountMinor: number; from: Date };
  backOfLines: ReadonlyMap<string, number>;
};

const kept: readonly string[] = ['PAID', 'SHIPPED', 'DELIVERED'];

/**
 * Gives a buyer back by how much less a thing costs since soon after they paid, if their market promised it then: once for each price, less what went
 * back for earlier ones, with its tax. Answers the amount in minor units; 0 where nothing is owed, where the buyer's bank has taken the money back, and
 * where it would be all that is left, which would end the order. Refuses refund-running, to be tried again.
 */
export async function protectPrice(ctx: Ctx, { orderId, price, backOfLines }: ProtectPrice): Promise<number> {
  await lockOrderById(ctx.db, orderId);
  const order = await ctx.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      ...{ number: true, state: true, currency: true, paidAt: true, replacesId: true },
      soldIn: { select: soldBy },
      payments: { select: { disputes: { where: { state: { not: 'WON' } }, select: { ref: true }, take: 1 } } },
      lines: {
        where: { variantId: price.variantId },
        select: {
          ...{ id: true, quantity: true, priceMinor: true, discountMinor: true, netMinor: true, taxMinor: true },
          protections: { select: { priceId: true, amountMinor: true, back: true } },
        },
      },
    },
  });
  const { paidAt, number } = order;
  const days = promisesOf(order.soldIn.data).protection;
  const isBought = kept.includes(order.state) && order.replacesId === null && order.currency === price.currency;
  if (days === null || paidAt === null || !isBought) return 0;
  if (price.from <= paidAt || price.from > after(paidAt, days * day)) return 0;
  if (order.payments.some(({ disputes }) => disputes.length > 0)) return 0;
  const owed = order.lines.flatMap((line) => {
    const back = Math.min(line.quantity, backOfLines.get(line.id) ?? 0);
    const amountMinor = protectedOf(line, { amountMinor: price.amountMinor, back });
    const isDone = line.protections.some(({ priceId }) => priceId === price.id);
    return isDone || amountMinor <= 0 ? [] : [{ lineId: line.id, amountMinor, back }];
  });
  const amountMinor = owed.reduce((sum, each) => sum + each.amountMinor, 0);
  if (amountMinor === 0 || !(await refundPart(ctx, { number, amountMinor, reason: 'price-protection' }))) return 0;
  await ctx.db.priceProtection.createMany({ data: owed.map((each) => ({ ...each, priceId: price.id, at: ctx.now })) });
  return amountMinor;
}
