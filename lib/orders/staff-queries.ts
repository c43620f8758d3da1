import type { Reading } from '@/lib/core/context';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import { asCrockford } from '@/lib/core/typed';
import { dropName } from '@/lib/drops/published';
import { namedHandle, plainName } from '@/lib/members/published';
import { serialNumber } from '@/lib/ownership/published';

import { titledLine } from './line-title';
import { canReadOrders } from './policy';
import type { OrderFilter } from './schema';

export const staffOrdersPage = 30;

/** Orders for staff, newest first, without personal data; the cursor is the last row's time and id. */
export async function listOrders({ db, actor }: Reading, { state, number, attention, after }: OrderFilter) {
  if (!canReadOrders(actor)) return [];
  const from = readMoment(after);
  return db.order.findMany({
    where: {
      ...(state && { state }),
      ...(attention && { alerts: { some: { closedAt: null } } }),
      ...(number && { number: asCrockford(number) }),
      ...(from && { OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { lt: from.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: staffOrdersPage + 1,
    select: {
      id: true,
      number: true,
      state: true,
      createdAt: true,
      totalMinor: true,
      currency: true,
      member: { select: namedHandle },
      lines: { select: titledLine, take: 1 },
      refunds: { where: { state: 'PENDING', payment: { surplusAt: null } }, select: { id: true }, take: 1 },
      alerts: { where: { closedAt: null }, select: { id: true }, take: 1 },
    },
  });
}

export type StaffOrderRow = Awaited<ReturnType<typeof listOrders>>[number];

/** The cursor of the page that follows a row. */
export function cursorAfter({ createdAt, id }: { createdAt: Date; id: string }): string {
  return writeCursor(createdAt, id);
}

const money = {
  id: true,
  provider: true,
  sessionId: true,
  state: true,
  amountMinor: true,
  currency: true,
  surplusAt: true,
  cameMinor: true,
  cameCurrency: true,
  refunds: { select: { state: true, amountMinor: true } },
  disputes: { select: { state: true } },
} as const;

/** One order for staff, without its address and contact: those are opened with a reason. */
export async function getStaffOrder({ db, actor }: Reading, { number }: { number: string }) {
  if (!canReadOrders(actor)) return null;
  return db.order.findUnique({
    where: { number: asCrockford(number) },
    select: {
      id: true,
      number: true,
      state: true,
      createdAt: true,
      currency: true,
      subtotalMinor: true,
      shippingMinor: true,
      taxMinor: true,
      totalMinor: true,
      shipCountry: true,
      member: { select: namedHandle },
      drop: { select: dropName },
      lines: { select: { id: true, quantity: true, priceMinor: true, ...titledLine } },
      steps: {
        orderBy: [{ at: 'asc' }, { kind: 'asc' }],
        select: { id: true, kind: true, note: true, at: true, by: { select: plainName } },
      },
      payments: { orderBy: { createdAt: 'asc' }, select: money },
      alerts: { where: { closedAt: null }, orderBy: { at: 'asc' }, select: { id: true, kind: true, paymentId: true } },
      refunds: { orderBy: { createdAt: 'asc' }, select: { id: true, state: true, amountMinor: true, reason: true } },
      shipments: { orderBy: { shippedAt: 'desc' }, select: { carrier: true, tracking: true } },
      ownerships: { select: serialNumber },
    },
  });
}

export type StaffOrder = NonNullable<Awaited<ReturnType<typeof getStaffOrder>>>;

/** How many orders staff must look at. */
export async function countAttention({ db, actor }: Reading): Promise<number> {
  if (!canReadOrders(actor)) return 0;
  const rows = await db.orderAlert.findMany({
    where: { closedAt: null },
    distinct: ['orderId'],
    take: 100,
    select: { orderId: true },
  });
  return rows.length;
}
