import { uuid7 } from '@/lib/core/ids';
import { attempts, reactJob } from '@/lib/core/jobs';
import type { Use } from '@/lib/core/limits';
import { withAmounts } from '@/lib/core/money';
import type { OrderState, PaymentState } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

import type { Terms } from '@/lib/core/market';

import type { OrderCompany } from './company';
import type { HeldUnit } from './policy';
import type { Address, Totals } from './schema';
import type { LineTotals } from './totals';

export type NewOrder = {
  held: HeldUnit;
  soldIn: { market: number; version: number };
  terms: Terms;
  address: Address;
  totals: Totals;
  /** What its only line comes to. */
  line: LineTotals;
  locale: string;
  company?: OrderCompany;
  number: string;
  provider: string;
  spent?: Use;
};

/** Writes orders with their lines, first steps, payments and events in one statement, all or none: the sale's hot path. Raises MLT01 where one of them cannot be. */
export async function insertOrders(
  db: Raw,
  orders: NewOrder[],
  at: Date,
): Promise<{ number: string; paymentId: string }[]> {
  const rows = orders.map((order) => rowOf(order, at));
  await db.$queryRaw`
    SELECT 1 FROM place_orders(${JSON.stringify(rows)}::jsonb, false, ${attempts}::int, ${reactJob.priority}::int, ${at}::timestamptz)`;
  return rows.map(({ number, paymentId }) => ({ number, paymentId }));
}

// The parameters that `place_orders` takes.
function rowOf(
  { held, soldIn, terms, address, totals, line, locale, company, number, provider, spent }: NewOrder,
  at: Date,
) {
  const { memberId, claimId, dropId, variantId, title, priceMinor, currency } = held;
  return {
    id: uuid7(at),
    number,
    memberId,
    claimId,
    dropId,
    market: soldIn.market,
    marketVersion: soldIn.version,
    terms,
    variantId,
    title,
    priceMinor,
    lineNetMinor: line.netMinor,
    lineTaxMinor: line.taxMinor,
    currency,
    ...totals,
    locale,
    company,
    provider,
    spent,
    shipName: address.name,
    shipLine1: address.line1,
    shipLine2: address.line2,
    shipCity: address.city,
    shipRegion: address.region,
    shipPostcode: address.postcode,
    shipCountry: address.country,
    shipPhone: address.phone,
    paymentId: uuid7(at),
    event: uuid7(at),
  };
}

export type LockedPayment = {
  id: string;
  provider: string;
  sessionId: string | null;
  paymentRef: string | null;
  state: PaymentState;
  /** When it was found that this money buys nothing. */
  surplusAt: Date | null;
  /** Another payment of the order bought its unit, whether or not that money went back since. */
  paidByAnother: boolean;
  amountMinor: number;
  currency: string;
  orderId: string;
  number: string;
  orderState: OrderState;
  /** What the order asks of a gateway: its total less what credit pays of it, and that. */
  orderDueMinor: number;
  creditMinor: number;
  /** Its unit of a drop and how it stands; none of an order of the shop. */
  claimId: string | null;
  claimState: string | null;
  dropId: string | null;
  /** Until when stock is held for an order of the shop. */
  heldUntil: Date | null;
  dropCancelled: boolean;
  /** Another order lives on the same held unit. */
  unitTaken: boolean;
  shipCountry: string;
  shipPostcode: string;
  shipCity: string;
  shipLine1: string;
  shipLine2: string;
};

/** Locks a payment's order, so that its payments, steps and refunds change one after another, and reads their states. */
export async function lockPayment(db: Raw, paymentId: string): Promise<LockedPayment | undefined> {
  await db.$executeRaw`
    SELECT 1 FROM "Order" o JOIN "Payment" p ON p."orderId" = o."id" WHERE p."id" = ${paymentId}::uuid FOR UPDATE OF o`;
  // A second statement: it sees what the holder of the lock has written.
  const rows = await db.$queryRaw<LockedPayment[]>`
    SELECT p."id", p."provider", p."sessionId", p."paymentRef", p."state", p."surplusAt", p."amountMinor", p."currency",
      o."id" AS "orderId", o."number", o."state" AS "orderState", o."totalMinor" - o."creditMinor" AS "orderDueMinor", o."creditMinor",
      o."shipCountry", o."shipPostcode", o."shipCity", o."shipLine1", o."shipLine2",
      o."claimId", c."state" AS "claimState", o."dropId", o."heldUntil", d."cancelledAt" IS NOT NULL AS "dropCancelled",
      EXISTS (SELECT 1 FROM "Order" x WHERE x."claimId" = c."id" AND x."id" <> o."id" AND x."state" NOT IN ('CANCELLED', 'REFUNDED')) AS "unitTaken",
      EXISTS (SELECT 1 FROM "Payment" x WHERE x."orderId" = o."id" AND x."id" <> p."id" AND x."provider" <> 'credit' AND x."state" IN ('PAID', 'REFUNDED') AND x."surplusAt" IS NULL) AS "paidByAnother"
    FROM "Payment" p JOIN "Order" o ON o."id" = p."orderId" LEFT JOIN drops.claim c ON c."id" = o."claimId" LEFT JOIN drops.drop d ON d."id" = o."dropId"
    WHERE p."id" = ${paymentId}::uuid`;
  return withAmounts(rows)[0];
}

export type PaidUpdate = {
  payment: LockedPayment;
  paymentRef: string | null;
  sessionId: string;
  late: boolean;
  at: Date;
};

/** Marks a payment and its order paid and adds the step, in one statement. */
export async function updatePaid(db: Raw, { payment, paymentRef, sessionId, late, at }: PaidUpdate): Promise<void> {
  const kinds = late ? ['LATE_PAYMENT', 'PAID'] : ['PAID'];
  await db.$executeRaw`
    WITH p AS (
      UPDATE "Payment" SET "state" = 'PAID', "paymentRef" = ${paymentRef}, "sessionId" = ${sessionId}, "settledAt" = ${at} WHERE "id" = ${payment.id}::uuid
    ), o AS (
      UPDATE "Order" SET "state" = 'PAID', "paidAt" = ${at} WHERE "id" = ${payment.orderId}::uuid RETURNING "id"
    )
    INSERT INTO "OrderStep" ("id", "orderId", "kind", "at") SELECT gen_random_uuid(), o."id", kind::"OrderStepKind", ${at} FROM o, unnest(${kinds}::text[]) AS kind`;
}

/** Settles payments that came in time by one `settle_paid` statement: the sale's hot path. Answers the places of those that it settled. */
export async function settlePaid(db: Raw, paid: object[], now: Date): Promise<number[]> {
  const [row] = await db.$queryRaw<{ settled: number[] }[]>`
    SELECT settle_paid(${JSON.stringify(paid)}::jsonb, ${attempts}::int, ${reactJob.priority}::int, ${now}::timestamptz) AS settled`;
  return row?.settled ?? [];
}

/** Locks an order by its number for a staff act. */
export async function lockOrder(db: Raw, number: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Order" WHERE "number" = ${number} FOR UPDATE`;
  return rows[0]?.id;
}

/** The same by its id. */
export async function lockOrderById(db: Raw, orderId: string): Promise<void> {
  await db.$queryRaw`SELECT "id" FROM "Order" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
}

/** Locks the order that lives on a held unit, if there is one. Not as a key, so that a payment which is being begun on it need not wait. */
export async function lockLiveOrder(db: Raw, claimId: string): Promise<{ id: string; state: OrderState } | undefined> {
  const rows = await db.$queryRaw<{ id: string; state: OrderState }[]>`
    SELECT "id", "state" FROM "Order" WHERE "claimId" = ${claimId}::uuid AND "state" NOT IN ('CANCELLED', 'REFUNDED') FOR NO KEY UPDATE`;
  return rows[0];
}
