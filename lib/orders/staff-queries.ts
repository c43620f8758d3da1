import type { Reading } from '@/lib/core/context';
import { asCrockford } from '@/lib/core/typed';
import { numberedInvoices } from '@/lib/invoices/published';
import { namedVariant, variantWeight } from '@/lib/catalog/published';
import { soldBy } from '@/lib/markets/published';
import { dropName } from '@/lib/drops/published';
import { namedHandle, plainName } from '@/lib/members/published';
import { serialNumber } from '@/lib/ownership/published';

import { parcelEvents, parcelLines } from './fill-parcel';
import { givenDiscounts } from './given-discounts';
import { openLabels } from './label-rows';
import { mostNotes } from './limits';
import { canReadOrders } from './policy';
import { orderNumber } from './published';
import { liveOrder } from './scopes';

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

const weighedLine = {
  ...{ id: true, quantity: true, priceMinor: true, title: true },
  variant: { select: { ...namedVariant, ...variantWeight } },
} as const;

const noteFields = { id: true, text: true, at: true, byId: true, by: { select: plainName } } as const;

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
      terms: true,
      soldIn: { select: soldBy },
      subtotalMinor: true,
      shippingMinor: true,
      taxMinor: true,
      totalMinor: true,
      creditMinor: true,
      guestEmail: true,
      shipCountry: true,
      member: { select: namedHandle },
      drop: { select: dropName },
      lines: { orderBy: { position: 'asc' }, select: weighedLine },
      discounts: givenDiscounts,
      steps: {
        orderBy: [{ at: 'asc' }, { kind: 'asc' }],
        select: { id: true, kind: true, note: true, at: true, by: { select: plainName } },
      },
      payments: { orderBy: { createdAt: 'asc' }, select: money },
      notes: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: mostNotes, select: noteFields },
      alerts: { where: { closedAt: null }, orderBy: { at: 'asc' }, select: { id: true, kind: true, paymentId: true } },
      refunds: { orderBy: { createdAt: 'asc' }, select: { id: true, state: true, amountMinor: true, reason: true } },
      shipments: {
        orderBy: { shippedAt: 'asc' },
        select: {
          ...{ id: true, carrier: true, tracking: true, deliveredAt: true, lines: parcelLines },
          label: { select: { id: true } },
          events: parcelEvents,
        },
      },
      labels: openLabels,
      ownerships: { select: serialNumber },
      invoices: numberedInvoices,
      replaces: { select: orderNumber },
      replacements: { where: liveOrder, take: 20, select: { number: true, replacesMinor: true } },
    },
  });
}

export type StaffOrder = NonNullable<Awaited<ReturnType<typeof getStaffOrder>>>;
