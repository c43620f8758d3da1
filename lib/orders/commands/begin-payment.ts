import type { Ctx } from '@/lib/core/context';

type Unpaid = { id: string; totalMinor: number; currency: string };

/** The payment of an unpaid order that may still be used, or a new one where the last came to nothing. */
export async function beginPayment(ctx: Ctx, order: Unpaid, provider: string): Promise<string> {
  const open = await ctx.db.payment.findFirst({ where: { orderId: order.id, state: { in: ['STARTING', 'OPEN'] } }, select: { id: true } });
  if (open) return open.id;
  const { id } = await ctx.db.payment.create({
    data: { orderId: order.id, provider, amountMinor: order.totalMinor, currency: order.currency, createdAt: ctx.now },
    select: { id: true },
  });
  await ctx.db.orderStep.create({ data: { orderId: order.id, kind: 'PAYMENT_STARTED', at: ctx.now } });
  return id;
}
