import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';
import { creditProvider } from '@/lib/outside/payments/credit-provider';

/** A payment by credit, whose sum is taken of a balance in the same commit. */
export type CreditPayment = { paymentId: string; amountMinor: number };

/** Writes payments by credit of an order that lapsed and is kept after all; its caller takes the credit. */
export async function addCreditPayments(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  { orderId, parts }: { orderId: string; parts: readonly CreditPayment[] },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Payment" ("id", "orderId", "provider", "amountMinor", "currency", "createdAt", "state", "settledAt")
    SELECT p."paymentId", o."id", ${creditProvider}, p."amountMinor", o."currency", ${now}::timestamptz, 'PAID', ${now}::timestamptz
    FROM "Order" o, jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) AS p("paymentId" uuid, "amountMinor" bigint) WHERE o."id" = ${orderId}::uuid`;
}

/**
 * Notes that what credit paid of an unpaid order went back whole, once; answers what its caller puts back into the balances in the same commit. The
 * caller holds the order.
 */
export async function giveCreditBack(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  { orderId }: { orderId: string },
): Promise<{ paymentId: string; orderId: string; refundId: string; amountMinor: number }[]> {
  const paid = await db.$queryRaw<{ paymentId: string; amountMinor: bigint }[]>`
    UPDATE "Payment" SET "state" = 'REFUNDED', "surplusAt" = ${now}::timestamptz
    WHERE "orderId" = ${orderId}::uuid AND "provider" = ${creditProvider} AND "state" = 'PAID' AND "surplusAt" IS NULL
    RETURNING "id"::text AS "paymentId", "amountMinor"`;
  const parts = paid.map(({ paymentId, amountMinor }) => ({
    ...{ paymentId, orderId, refundId: uuid7(now), amountMinor: Number(amountMinor) },
  }));
  if (parts.length > 0)
    await db.$executeRaw`
      INSERT INTO "Refund" ("id", "orderId", "paymentId", "amountMinor", "reason", "state", "createdAt", "doneAt")
      SELECT p."refundId", p."orderId", p."paymentId", p."amountMinor", 'unpaid', 'DONE', ${now}::timestamptz, ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) AS p("refundId" uuid, "orderId" uuid, "paymentId" uuid, "amountMinor" bigint)`;
  return parts;
}
