import type { Reading } from '@/lib/core/context';
import { withAmounts } from '@/lib/core/money';
import type { MoneyAccount, MoneyCause } from '@/lib/core/prisma-client/enums';
import { orderNumber } from '@/lib/orders/published';

import type { Month } from '../choices/month';
import { canReadAccounts } from '../policy';
import type { BookedMove } from '../wanted-moves';

/** What was moved between two accounts in a month for one cause, of one currency, gateway, country and rate of tax. */
export type MonthRow = {
  cause: MoneyCause;
  currency: string;
  provider: string | null;
  country: string | null;
  taxPpm: number | null;
  fromAccount: MoneyAccount;
  toAccount: MoneyAccount;
  amountMinor: number;
};

/** The sums of a month; none for who may not read them. */
export async function sumMonth({ db, actor }: Reading, { from, until }: Month): Promise<MonthRow[]> {
  if (!canReadAccounts(actor)) return [];
  const rows = await db.$queryRaw<MonthRow[]>`
    SELECT "currency", "provider", "country", "taxPpm", "fromAccount"::text AS "fromAccount", "toAccount"::text AS "toAccount",
      "cause"::text AS "cause", sum("amountMinor")::bigint AS "amountMinor"
    FROM "MoneyMove" WHERE "at" >= ${from}::timestamptz AND "at" < ${until}::timestamptz GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7`;
  return withAmounts(rows);
}

/** What is booked of some orders. */
export async function bookedOf({ db }: Pick<Reading, 'db'>, orderIds: string[]): Promise<Map<string, BookedMove[]>> {
  const rows = await db.moneyMove.findMany({
    where: { orderId: { in: orderIds } },
    orderBy: { id: 'asc' },
    select: { orderId: true, key: true, cause: true, fromAccount: true, toAccount: true, amountMinor: true },
  });
  const byOrder = new Map<string, BookedMove[]>();
  for (const { orderId, ...move } of rows)
    if (orderId !== null) byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), move]);
  return byOrder;
}

/** Up to which moment the books are written; null before anything was. */
export async function booksWrittenAt({ db }: Pick<Reading, 'db'>): Promise<Date | null> {
  return (await db.moneyCursor.findFirst({ select: { at: true } }))?.at ?? null;
}

const entry = {
  ...{ id: true, cause: true, fromAccount: true, toAccount: true, amountMinor: true, currency: true },
  ...{ provider: true, at: true },
} as const;

/** What is booked of an order, in the order in which it was; none for who may not read it. */
export async function listMovesOfOrder({ db, actor }: Reading, { orderId }: { orderId: string }) {
  if (!canReadAccounts(actor)) return [];
  return db.moneyMove.findMany({ where: { orderId }, orderBy: { id: 'asc' }, take: 200, select: entry });
}
export type OrderEntry = Awaited<ReturnType<typeof listMovesOfOrder>>[number];

/** The entries of a month, so many behind one of them, for a file. */
export async function listEntries(
  { db, actor }: Reading,
  { month, after, take }: { month: Month; after: bigint; take: number },
) {
  if (!canReadAccounts(actor)) return [];
  return db.moneyMove.findMany({
    where: { at: { gte: month.from, lt: month.until }, id: { gt: after } },
    orderBy: { id: 'asc' },
    take,
    select: { ...entry, market: true, country: true, taxPpm: true, bookedAt: true, order: { select: orderNumber } },
  });
}
