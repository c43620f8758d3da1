import type { Reading } from '@/lib/core/context';
import type { Cursor } from '@/lib/core/cursor';
import { namedHandle, plainName } from '@/lib/members/published';
import { lineForReturn, orderForReturn, orderNumber } from '@/lib/orders/published';

import { notSentBack } from '../not-sent-back';
import { canReadReturns } from '../policy';
import type { ReturnState } from '../schema';

const perPage = 20;
const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

const lines = {
  orderBy: { id: 'asc' },
  select: {
    ...{ lineId: true, announced: true, counted: true, grade: true, outcome: true, valueMinor: true },
    line: { select: lineForReturn },
  },
} as const;
const shown = {
  ...{ id: true, number: true, wish: true, state: true, note: true, answer: true, carrier: true, tracking: true },
  ...{ deductMinor: true, deductReason: true, refundMinor: true, createdAt: true, changedAt: true },
  replacement: { select: orderNumber },
  lines,
} as const;

/** The returns of an order, the newest first; the caller has asked whose order it is. */
export async function listOfOrder({ db }: Pick<Reading, 'db'>, { orderId }: { orderId: string }) {
  return db.return.findMany({ where: { orderId }, orderBy: newestFirst, take: 50, select: shown });
}
export type OwnReturnRow = Awaited<ReturnType<typeof listOfOrder>>[number];

/**
 * How many pieces of each line of an order have come back, or are to, by returns that were not refused or canceled. What went back to its buyer is
 * with them again; what was missing never comes back, but with `missing` it counts too: it is asked for once.
 */
export async function countReturned(
  { db }: Pick<Reading, 'db'>,
  { orderId, missing = false }: { orderId: string; missing?: boolean },
): Promise<Map<string, number>> {
  const rows = await db.returnLine.findMany({
    where: {
      ...notSentBack,
      return: { orderId, state: { notIn: ['REFUSED', 'CANCELLED'] }, ...(!missing && { wish: { not: 'MISSING' } }) },
    },
    select: { lineId: true, announced: true, counted: true },
  });
  const counts = new Map<string, number>();
  for (const { lineId, announced, counted } of rows)
    counts.set(lineId, (counts.get(lineId) ?? 0) + (counted ?? announced));
  return counts;
}

/** How many pieces of each line were given back for by returns that are closed, and whether they paid the shipping back already. */
export async function countRefunded({ db }: Pick<Reading, 'db'>, { orderId }: { orderId: string }) {
  const rows = await db.returnLine.findMany({
    where: { outcome: 'REFUND', return: { orderId, state: 'CLOSED' } },
    select: { lineId: true, counted: true, return: { select: { wish: true } } },
  });
  const counts = new Map<string, number>();
  for (const { lineId, counted } of rows) counts.set(lineId, (counts.get(lineId) ?? 0) + (counted ?? 0));
  return { counts, onlyWithdrawals: rows.every((row) => row.return.wish === 'WITHDRAWAL') };
}

/** The states that a list of staff shows together: what waits for them, what is coming, and what is over. */
export const returnViews = {
  open: ['ASKED', 'COUNTED'],
  coming: ['APPROVED', 'ON_THE_WAY'],
  over: ['CLOSED', 'REFUSED', 'CANCELLED'],
} as const satisfies Record<string, readonly ReturnState[]>;
export type ReturnView = keyof typeof returnViews;

/** Returns for staff, the newest first, one page of them. */
export async function listReturns(
  { db, actor }: Reading,
  { view, after }: { view: ReturnView; after?: Cursor | null },
) {
  if (!canReadReturns(actor)) return { rows: [], last: null };
  const found = await db.return.findMany({
    where: { state: { in: [...returnViews[view]] }, ...olderThan(after) },
    ...{ orderBy: newestFirst, take: perPage + 1 },
    select: {
      ...{ id: true, number: true, wish: true, state: true, createdAt: true },
      order: { select: orderForReturn },
      member: { select: namedHandle },
      lines: { orderBy: { id: 'asc' }, select: { announced: true, line: { select: lineForReturn } } },
    },
  });
  const rows = found.slice(0, perPage);
  const end = found.length > perPage ? rows.at(-1) : undefined;
  return { rows, last: end ? { at: end.createdAt, id: end.id } : null };
}
export type ReturnRow = Awaited<ReturnType<typeof listReturns>>['rows'][number];

/** One return for staff. */
export async function getReturn({ db, actor }: Reading, { number }: { number: string }) {
  if (!canReadReturns(actor)) return null;
  return db.return.findUnique({
    where: { number },
    select: {
      ...shown,
      ...{ orderId: true, order: { select: orderForReturn }, member: { select: namedHandle } },
      steps: { orderBy: { at: 'asc' }, select: { id: true, state: true, at: true, by: { select: plainName } } },
    },
  });
}
export type StaffReturn = NonNullable<Awaited<ReturnType<typeof getReturn>>>;

/** A return with the fields of its notices. */
export async function getReturnForNotice({ db }: Pick<Reading, 'db'>, { returnId }: { returnId: string }) {
  return db.return.findUnique({
    where: { id: returnId },
    select: {
      ...{ number: true, orderId: true, wish: true, state: true, answer: true, refundMinor: true, createdAt: true },
      replacement: { select: orderNumber },
      lines: {
        orderBy: { id: 'asc' },
        select: { announced: true, counted: true, outcome: true, line: { select: lineForReturn } },
      },
    },
  });
}

const olderThan = (place?: Cursor | null) =>
  place ? { OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }] } : {};
