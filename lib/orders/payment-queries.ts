import type { Reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { batched, inInputOrder, coalesceNext } from '@/lib/core/batching';
import { isUuid } from '@/lib/core/ids';
import { withAmounts, type InNumbers } from '@/lib/core/money';
import type { Payment } from '@/lib/core/prisma-client/client';
import type { Raw } from '@/lib/core/raw';

import type { SentTo } from './address-words';
import type { TitledLine } from './line-title';

/** A payment with its order, as the gateway needs them. */
export type PaymentToOpen = Pick<
  InNumbers<Payment>,
  'id' | 'provider' | 'sessionId' | 'url' | 'state' | 'amountMinor' | 'currency' | 'createdAt'
> & {
  order: {
    id: string;
    number: string;
    /** Whether a guest placed it. */
    isGuests: boolean;
    locale: string;
    email: string | null;
    heldUntil: Date;
    lines: (TitledLine & { quantity: number })[];
  };
};

/** When the last webhook of a gateway arrived that was acted upon; null before the first. */
export async function lastWebhookAt({ db }: Pick<Reading, 'db'>, provider: string): Promise<Date | null> {
  const last = await db.paymentNotice.findFirst({
    where: { provider, settledAt: { not: null } },
    orderBy: { settledAt: 'desc' },
    select: { receivedAt: true },
  });
  return last?.receivedAt ?? null;
}

/** A payment with what the gateway needs to open its session; those asked for at one moment are read together. */
export async function getPayment(paymentId: string): Promise<PaymentToOpen | null> {
  return isUuid(paymentId) ? ((await inTurn(paymentId)) ?? null) : null;
}

type FlatPayment = Omit<PaymentToOpen, 'order'> &
  Omit<PaymentToOpen['order'], 'id'> & { orderId: string; place: number };

const inTurn = batched(async (paymentIds: string[]) => {
  const rows = await db.$queryRaw<FlatPayment[]>`
    SELECT asked.place::int, p."id", p."provider", p."sessionId", p."url", p."state", p."amountMinor", p."currency", p."createdAt",
      o."id" AS "orderId", o."guestEmail" IS NOT NULL AS "isGuests", o."number", o."locale", coalesce(o."guestEmail", m."email") AS "email", coalesce(c."heldUntil", o."heldUntil") AS "heldUntil", (
        SELECT json_agg(json_build_object('title', l."title", 'quantity', l."quantity", 'variant', json_build_object('title', v."title", 'titleZh', v."titleZh",
          'product', json_build_object('title', d."title", 'titleZh', d."titleZh"))) ORDER BY l."position")
        FROM "OrderLine" l JOIN catalog.variant v ON v."id" = l."variantId" JOIN catalog.product d ON d."id" = v."productId" WHERE l."orderId" = o."id"
      ) AS lines
    FROM unnest(${paymentIds}::uuid[]) WITH ORDINALITY AS asked(id, place) JOIN "Payment" p ON p."id" = asked.id
      JOIN "Order" o ON o."id" = p."orderId" JOIN members.mailbox m ON m."id" = o."memberId" LEFT JOIN drops.claim c ON c."id" = o."claimId"`;
  return inInputOrder(withAmounts(rows), paymentIds.length).map((row) => row && nested(row));
}, coalesceNext);

function nested({ place: _, orderId: id, isGuests, number, locale, email, heldUntil, lines, ...payment }: FlatPayment) {
  return { ...payment, order: { id, isGuests, number, locale, email, heldUntil, lines } } satisfies PaymentToOpen;
}

/** Where the orders of a drop's units are sent, without their buyers' names; the place of each payment is its own in the list, from 1. Others are not there. */
export async function listShipping(
  { db }: { db: Raw },
  { paymentIds }: { paymentIds: string[] },
): Promise<(SentTo & { place: number })[]> {
  return db.$queryRaw<(SentTo & { place: number })[]>`
    SELECT asked.place::int, o."shipCountry", o."shipPostcode", o."shipCity", o."shipLine1", o."shipLine2"
    FROM unnest(${paymentIds}::uuid[]) WITH ORDINALITY AS asked(id, place) JOIN "Payment" p ON p."id" = asked.id JOIN "Order" o ON o."id" = p."orderId" AND o."claimId" IS NOT NULL`;
}

/** Which of these payments are of orders of the shop: the places in the list, from 1. */
export async function listOfShop({ db }: { db: Raw }, { paymentIds }: { paymentIds: string[] }): Promise<Set<number>> {
  const rows = await db.$queryRaw<{ place: number }[]>`
    SELECT asked.place::int FROM unnest(${paymentIds}::uuid[]) WITH ORDINALITY AS asked(id, place)
      JOIN "Payment" p ON p."id" = asked.id JOIN "Order" o ON o."id" = p."orderId" AND o."claimId" IS NULL`;
  return new Set(rows.map(({ place }) => place));
}

/** The payments of a held unit's order that a gateway may still take money for. */
export async function listOpenPayments({ db }: Reading, { claimId }: { claimId: string }) {
  return db.payment.findMany({
    where: { order: { claimId }, state: { in: ['STARTING', 'OPEN'] } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
}

/** Some open payments begun before a moment, to ask the gateway about; whichever, since each leaves the list when its hold ends. */
export async function pickOpenPayments(
  { db }: Reading,
  { begunBefore, limit }: { begunBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Payment" WHERE "state" = 'OPEN' AND "createdAt" < ${begunBefore} ORDER BY random() LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Some refunds that are not decided though they were asked for before a moment. */
export async function pickOldRefunds(
  { db }: Reading,
  { startedBefore, limit }: { startedBefore: Date; limit: number },
) {
  return db.refund.findMany({
    where: { state: 'PENDING', createdAt: { lt: startedBefore } },
    orderBy: { createdAt: 'desc' },
    take: limit,
    select: { id: true, providerRef: true, payment: { select: { provider: true, paymentRef: true } } },
  });
}

/** A refund with what the gateway needs. */
export async function getRefund({ db }: Reading, { refundId }: { refundId: string }) {
  return db.refund.findUnique({
    where: { id: refundId },
    select: {
      id: true,
      state: true,
      amountMinor: true,
      providerRef: true,
      toCredit: true,
      orderId: true,
      paymentId: true,
      order: {
        select: { memberId: true, state: true, refunds: { where: { state: 'PENDING' }, select: { id: true } } },
      },
      payment: { select: { provider: true, paymentRef: true, currency: true, cameCurrency: true } },
    },
  });
}

/** What has gone back of the price that bought an order. */
export async function sumWentBack({ db }: Pick<Reading, 'db'>, { id: orderId }: { id: string }): Promise<number> {
  const { _sum: gone } = await db.refund.aggregate({
    where: { orderId, state: 'DONE', payment: { surplusAt: null } },
    _sum: { amountMinor: true },
  });
  return gone.amountMinor ?? 0;
}
