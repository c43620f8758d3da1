import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { enqueue } from '@/lib/core/jobs';

export type StartRefund = { orderId: string; paymentId: string; amountMinor: number; reason: string };

/** Writes down that money is to go back; the job that follows asks the gateway, with the refund's id as its key. */
export async function startRefund(ctx: Ctx, { orderId, paymentId, amountMinor, reason }: StartRefund): Promise<string> {
  const { id } = await ctx.db.refund.create({
    data: { orderId, paymentId, amountMinor, reason, byId: memberId(ctx.actor), createdAt: ctx.now },
    select: { id: true },
  });
  await ctx.db.orderStep.create({ data: { orderId, kind: 'REFUND_STARTED', note: reason, byId: memberId(ctx.actor), at: ctx.now } });
  await enqueue(ctx.db, 'runRefund', { refundId: id });
  return id;
}
