import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import type { CreditEntryKind } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

import type { CreditPart } from '../choices/plan';

/** A part of a balance that pays for an order, by the payment that it becomes. */
export type SpentPart = CreditPart & { paymentId: string; orderId: string };

/** A sum that comes back of a payment by credit, by its refund; `lapsed` where its order was never bought. */
export type ReturnedPart = {
  paymentId: string;
  orderId: string;
  refundId: string;
  amountMinor: number;
  lapsed?: boolean;
};

/** Takes parts of balances for an order; false where one of them has less by now, was disabled or has expired: nothing may be kept of the commit then. */
export async function spendCredit(ctx: Ctx<Raw>, { parts }: { parts: readonly SpentPart[] }): Promise<boolean> {
  if (parts.length === 0) return true;
  const [row] = await ctx.db.$queryRaw<{ taken: number }[]>`
    SELECT take_credit(${JSON.stringify(parts)}::jsonb, ${memberId(ctx.actor)}::uuid, ${ctx.now}::timestamptz) AS taken`;
  return row!.taken === parts.length;
}

/** Puts back what payments by credit took, into the balance that each was taken of; what came back by a refund before comes back no second time. */
export async function returnCredit(ctx: Ctx<Raw>, { parts }: { parts: readonly ReturnedPart[] }): Promise<void> {
  if (parts.length === 0) return;
  const spent = await ctx.db.$queryRaw<{ paymentId: string; accountId: string }[]>`
    SELECT e."paymentId"::text AS "paymentId", e."accountId"::text AS "accountId" FROM "CreditEntry" e
    WHERE e."paymentId" = ANY (${parts.map(({ paymentId }) => paymentId)}::uuid[]) AND e."kind" = 'SPENT'`;
  const from = new Map(spent.map((each) => [each.paymentId, each.accountId]));
  await giveCredit(ctx, {
    entries: parts.map((part) => ({ ...part, kind: 'RETURNED', accountId: from.get(part.paymentId)! })),
  });
}

/** Puts a refund into a member's store credit, once, whoever took the money; answers whether it was. */
export async function refundToCredit(
  ctx: Ctx<Raw>,
  { memberId: member, currency, ...refund }: ReturnedPart & { memberId: string; currency: string },
): Promise<void> {
  const accountId = await openStoreCredit(ctx, { memberId: member, currency });
  await giveCredit(ctx, { entries: [{ ...refund, kind: 'RETURNED', accountId }] });
}

export type GivenEntry = {
  accountId: string;
  kind: CreditEntryKind;
  amountMinor: number;
  orderId?: string;
  paymentId?: string;
  refundId?: string;
  reason?: string;
  lapsed?: boolean;
  /** What makes it once only. */
  key?: string;
};

/** Writes entries and moves their balances with them. Throws where a balance would fall below nothing. */
export async function giveCredit(ctx: Ctx<Raw>, { entries }: { entries: readonly GivenEntry[] }): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ written: number }[]>`
    SELECT give_credit(${JSON.stringify(entries)}::jsonb, ${memberId(ctx.actor)}::uuid, ${ctx.now}::timestamptz) AS written`;
  return row!.written;
}

/** A member's store credit in a currency; begun where there is none. */
export async function openStoreCredit(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  { memberId: member, currency }: { memberId: string; currency: string },
): Promise<string> {
  await db.$executeRaw`
    INSERT INTO "CreditAccount" ("id", "kind", "memberId", "currency", "createdAt")
    VALUES (gen_random_uuid(), 'STORE', ${member}::uuid, ${currency}, ${now}::timestamptz) ON CONFLICT ("memberId", "currency") DO NOTHING`;
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT "id"::text AS id FROM "CreditAccount" WHERE "memberId" = ${member}::uuid AND "currency" = ${currency}`;
  return row!.id;
}

/**
 * What an order that lapsed was to be paid with, held until the commit, where all of it can be taken once more; null where it cannot. Whoever takes it
 * writes payments of their own for it.
 */
export async function holdSpent(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  { orderId }: { orderId: string },
): Promise<CreditPart[] | null> {
  const rows = await db.$queryRaw<{ accountId: string; amountMinor: bigint; enough: boolean }[]>`
    SELECT a."id"::text AS "accountId", s.spent AS "amountMinor",
      a."balanceMinor" >= s.spent AND may_be_spent(a."disabledAt", a."expiresAt", ${now}::timestamptz) AS enough
    FROM "CreditAccount" a JOIN (SELECT e."accountId", (-sum(e."amountMinor"))::bigint AS spent FROM "CreditEntry" e
      WHERE e."orderId" = ${orderId}::uuid AND e."kind" = 'SPENT' GROUP BY 1) s ON s."accountId" = a."id" ORDER BY a."id" FOR NO KEY UPDATE OF a`;
  if (rows.some(({ enough }) => !enough)) return null;
  return rows.map(({ accountId, amountMinor }) => ({ accountId, amountMinor: Number(amountMinor) }));
}
