import { db, type Db } from '@/lib/core/db';
import { readableCode } from '@/lib/core/ids';
import { clock } from '@/lib/core/time';

import { GatewayRefused, type NewRefund, type RefundAnswer, type Returns } from '../provider';

/** Gives money back once for each refund id, and never more than was taken. */
export async function refundDemo({ refundId, paymentRef, amountMinor }: NewRefund): Promise<RefundAnswer> {
  return db.$transaction(async (tx) => {
    await lock(tx, paymentRef);
    const known = await tx.demoRefund.findUnique({ where: { idempotencyKey: refundId } });
    return { id: known?.id ?? (await write(tx, refundId, paymentRef, amountMinor)), status: 'done' };
  });
}

/** The refunds of a payment; nobody disputes what was no money. */
export async function returnsOfDemo(paymentRef: string): Promise<Returns | null> {
  const session = await db.demoSession.findUnique({ where: { paymentRef }, select: { idempotencyKey: true } });
  if (!session) return null;
  const refunds = await db.demoRefund.findMany({
    where: { paymentRef },
    select: { id: true, idempotencyKey: true, amountMinor: true },
  });
  return {
    paymentId: session.idempotencyKey,
    refunds: refunds.map(({ id, idempotencyKey: refundId, amountMinor }) => ({
      id,
      refundId,
      amountMinor,
      status: 'done',
    })),
    disputes: [],
  };
}

async function lock(tx: Db, paymentRef: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "DemoSession" WHERE "paymentRef" = ${paymentRef} FOR UPDATE`;
  if (rows.length === 0) throw new GatewayRefused('There is no such payment');
}

async function write(tx: Db, refundId: string, paymentRef: string, amountMinor: number): Promise<string> {
  const { refundedMinor, amountMinor: taken } = await tx.demoSession.findUniqueOrThrow({ where: { paymentRef } });
  if (amountMinor <= 0 || refundedMinor + amountMinor > taken) throw new GatewayRefused('More than was paid');
  await tx.demoSession.update({ where: { paymentRef }, data: { refundedMinor: { increment: amountMinor } } });
  const data = { id: `dr_${readableCode(24)}`, idempotencyKey: refundId, paymentRef, amountMinor, createdAt: clock() };
  return (await tx.demoRefund.create({ data })).id;
}
