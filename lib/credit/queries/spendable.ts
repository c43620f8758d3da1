import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { withAmounts } from '@/lib/core/money';
import { Prisma } from '@/lib/core/prisma-client/client';
import type { Raw } from '@/lib/core/raw';
import { orderNumber } from '@/lib/orders/published';

import { cardCode } from '../choices/code';
import { codeDigest } from '../code-digest';

const spendable = (now: Date) =>
  Prisma.sql`"balanceMinor" > 0 AND may_be_spent("disabledAt", "expiresAt", ${now}::timestamptz)`;

/** A balance that somebody may spend: a gift card by its last four signs, or their own. */
export type OwnCredit = { accountId: string; lastFour: string | null; balanceMinor: number };

/** What a buyer may spend in a currency, the card whose code they typed first: a card would be lost with its code, what is their own stays. */
export async function listSpendable(
  { db, now }: { db: Raw; now: Date },
  { memberId: member, cardId, currency }: { memberId: string | null; cardId: string | null; currency: string },
): Promise<OwnCredit[]> {
  if (member === null && cardId === null) return [];
  const rows = await db.$queryRaw<OwnCredit[]>`
    SELECT "id"::text AS "accountId", "lastFour", "balanceMinor" FROM "CreditAccount"
    WHERE "currency" = ${currency} AND ${spendable(now)}
      AND ("memberId" = ${member}::uuid OR "id" = ${cardId}::uuid AND "kind" = 'GIFT_CARD') ORDER BY "kind" DESC LIMIT 2`;
  return withAmounts(rows);
}

/** The card of a code that may be spent, however it is typed; null for all that is no such code. */
export async function findCard({ db, now }: Pick<Reading, 'db' | 'now'>, { code: typed }: { code: string }) {
  const code = cardCode(typed);
  if (code === null) return null;
  const [card] = await db.$queryRaw<{ id: string }[]>`
    SELECT "id"::text AS id FROM "CreditAccount" WHERE "codeDigest" = ${codeDigest(code)} AND ${spendable(now)}`;
  return card ?? null;
}

/** A gift card as its buyer's cart names it; null where it may be spent no more. */
export async function readCard({ db, now }: Pick<Reading, 'db' | 'now'>, { id }: { id: string }) {
  const rows = await db.$queryRaw<{ lastFour: string; balanceMinor: number; currency: string }[]>`
    SELECT "lastFour", "balanceMinor", "currency" FROM "CreditAccount" WHERE "id" = ${id}::uuid AND "memberId" IS NULL AND ${spendable(now)}`;
  return withAmounts(rows)[0] ?? null;
}

/** The actor's balances, with the last entries of each. */
export async function listOwnCredit({ db, actor }: Reading) {
  const member = memberId(actor);
  if (!member) return [];
  return db.creditAccount.findMany({
    where: { memberId: member },
    orderBy: { currency: 'asc' },
    select: { id: true, currency: true, balanceMinor: true, entries: lastEntries },
  });
}
export type OwnBalance = Awaited<ReturnType<typeof listOwnCredit>>[number];

const lastEntries = {
  orderBy: { id: 'desc' },
  take: 100,
  select: { id: true, kind: true, amountMinor: true, at: true, order: { select: orderNumber } },
} as const;
