import type { Reading } from '@/lib/core/context';
import { soldBy } from '@/lib/markets/published';

import { givenDiscounts } from './given-discounts';
import { titledLine } from './line-title';

/** An order with all that a notice of it says. */
export async function getOrderForNotice({ db }: Reading, { orderId }: { orderId: string }) {
  return db.order.findUnique({
    where: { id: orderId },
    select: {
      id: true,
      number: true,
      memberId: true,
      guestEmail: true,
      locale: true,
      shipName: true,
      createdAt: true,
      paidAt: true,
      currency: true,
      terms: true,
      soldIn: { select: soldBy },
      subtotalMinor: true,
      shippingMinor: true,
      taxMinor: true,
      totalMinor: true,
      creditMinor: true,
      shipLine1: true,
      shipLine2: true,
      shipCity: true,
      shipRegion: true,
      shipPostcode: true,
      shipCountry: true,
      lines: { orderBy: { position: 'asc' }, select: { ...titledLine, priceMinor: true, quantity: true } },
      discounts: givenDiscounts,
    },
  });
}

/** A parcel with all that a notice of it says. */
export async function getParcelForNotice({ db }: Reading, { shipmentId }: { shipmentId: string }) {
  const { lines, ...parcel } = await db.shipment.findUniqueOrThrow({
    where: { id: shipmentId },
    select: {
      ...{ carrier: true, tracking: true },
      lines: { orderBy: { line: { position: 'asc' } }, select: { units: true, line: { select: titledLine } } },
    },
  });
  return { ...parcel, lines: lines.map(({ units, line }) => ({ ...line, quantity: units })) };
}

export type OrderForNotice = NonNullable<Awaited<ReturnType<typeof getOrderForNotice>>>;
