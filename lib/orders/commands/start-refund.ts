import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import { enqueue } from '@/lib/core/jobs';
import type { Raw } from '@/lib/core/raw';

import { addStep } from './add-step';
import { runRefundJob } from '../jobs';

export type StartRefund = {
  orderId: string;
  paymentId: string;
  amountMinor: number;
  reason: string;
  /** Whether it goes to the buyer's store credit, whoever took it. */
  toCredit?: boolean;
};

/** Writes down that money is to go back; the job that follows asks the gateway, with the refund's id as its key. */
export async function startRefund(
  ctx: Ctx<Raw>,
  { orderId, paymentId, amountMinor, reason, toCredit = false }: StartRefund,
): Promise<string> {
  const [id, by] = [uuid7(ctx.now), memberId(ctx.actor)];
  await ctx.db.$executeRaw`
    INSERT INTO "Refund" ("id", "orderId", "paymentId", "amountMinor", "reason", "toCredit", "byId", "createdAt")
    VALUES (${id}::uuid, ${orderId}::uuid, ${paymentId}::uuid, ${amountMinor}, ${reason}, ${toCredit}, ${by}::uuid, ${ctx.now}::timestamptz)`;
  await addStep(ctx, { orderId, kind: 'REFUND_STARTED', note: reason });
  await enqueue(ctx.db, runRefundJob, { refundId: id });
  return id;
}
