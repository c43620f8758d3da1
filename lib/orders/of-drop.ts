import { withAmounts } from '@/lib/core/money';
import type { Reading } from '@/lib/core/context';
import type { OrderState } from '@/lib/core/prisma-client/enums';

export type OrderSum = { state: OrderState; currency: string; count: number; totalMinor: number };

/**
 * How many orders of a drop there are in each state, and what they come to in each currency, less the parts that went back of those that stand or are on
 * their way back.
 */
export async function sumOrdersOfDrop(
  { db }: Pick<Reading, 'db'>,
  { dropId }: { dropId: string },
): Promise<OrderSum[]> {
  const rows = await db.$queryRaw<OrderSum[]>`
    SELECT o."state"::text AS "state", o."currency", count(*)::int AS "count",
      sum(o."totalMinor" - CASE WHEN o."state" IN ('CANCELLED', 'REFUNDED') THEN 0 ELSE coalesce(back."minor", 0) END)::bigint AS "totalMinor"
    FROM "Order" o LEFT JOIN LATERAL (
      SELECT sum(r."amountMinor") AS "minor" FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId"
      WHERE r."orderId" = o."id" AND r."state" <> 'FAILED' AND p."surplusAt" IS NULL
    ) AS back ON true
    WHERE o."dropId" = ${dropId}::uuid GROUP BY o."state", o."currency" ORDER BY o."state", o."currency"`;
  return withAmounts(rows);
}

const mostSent = 200;

/** Orders of a drop that had been sent and were not refunded: what nothing undoes by itself. */
export async function listSentOfDrop({ db }: Pick<Reading, 'db'>, { dropId }: { dropId: string }) {
  return db.order.findMany({
    where: { dropId, state: { in: ['SHIPPED', 'DELIVERED'] } },
    orderBy: { createdAt: 'asc' },
    take: mostSent,
    select: { id: true, number: true, memberId: true, state: true, totalMinor: true, currency: true },
  });
}

export type SentOrder = Awaited<ReturnType<typeof listSentOfDrop>>[number];

/** Paid orders of a drop whose money goes back, or has gone back since a moment, with what that is: parts that went back before are not of it. */
export async function listReturningOfDrop(
  { db }: Pick<Reading, 'db'>,
  { dropId, since }: { dropId: string; since: Date },
) {
  const before = { state: { not: 'FAILED' }, createdAt: { lt: since }, payment: { surplusAt: null } } as const;
  const orders = await db.order.findMany({
    where: { dropId, OR: [{ state: 'PAID' }, { state: 'REFUNDED', refunds: { some: { createdAt: { gte: since } } } }] },
    select: {
      ...{ number: true, memberId: true, totalMinor: true, currency: true },
      refunds: { where: before, select: { amountMinor: true } },
    },
  });
  return orders.map(({ refunds, totalMinor, ...order }) => {
    const left = refunds.reduce((sum, { amountMinor }) => sum - amountMinor, totalMinor);
    return { ...order, totalMinor: left > 0 ? left : totalMinor };
  });
}
