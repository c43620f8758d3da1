import { ofProduct } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';
import { promisesOf } from '@/lib/core/market';
import { warrantyOf, type WarrantyTerms } from '@/lib/core/warranty';
import { soldBy } from '@/lib/markets/published';

import { titledLine, type TitledLine } from './line-title';

/** A line of an order as far as its goods may come back: what the buyer paid for all of it, how many pieces arrived, and when the last did. */
export type ReturnableLine = TitledLine & {
  id: string;
  variantId: string;
  quantity: number;
  grossMinor: number;
  /** What of it went back because it cost less soon after, each for the pieces but for so many that had come back then. */
  protections: { amountMinor: number; back: number }[];
  delivered: number;
};

export type ReturnableOrder = {
  id: string;
  number: string;
  memberId: string;
  currency: string;
  /** What the buyer paid for shipping. */
  shippingMinor: number;
  /** When the last parcel arrived: the days in which goods may go back and the months of the warranty are counted from then. */
  arrivedAt: Date | null;
  returnDays: number | null;
  warranty: WarrantyTerms | null;
  lines: ReturnableLine[];
  /** Whether it sends goods in place of others, at no charge: what was paid for them is with the order before. */
  isReplacement: boolean;
  /** Whether its money was kept; nothing is left to give back where it went back wholly. */
  isKept: boolean;
};

/** An order as far as its goods may come back; nothing has arrived of one whose money went back wholly. */
export async function getReturnable(
  { db }: Pick<Reading, 'db'>,
  { orderId }: { orderId: string },
): Promise<ReturnableOrder> {
  const { lines, shipments, soldIn, state, totalMinor, replacesId, ...order } = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      ...{ id: true, number: true, memberId: true, currency: true, state: true, totalMinor: true, replacesId: true },
      soldIn: { select: soldBy },
      lines: {
        orderBy: { position: 'asc' },
        select: {
          ...{ id: true, variantId: true, quantity: true, netMinor: true, taxMinor: true, title: true },
          protections: { select: { amountMinor: true, back: true } },
          variant: { select: { ...titledLine.variant.select, ...ofProduct } },
        },
      },
      shipments: {
        where: { deliveredAt: { not: null } },
        orderBy: { deliveredAt: 'desc' },
        select: { deliveredAt: true, lines: { select: { lineId: true, units: true } } },
      },
    },
  });
  const isKept = state === 'PAID' || state === 'SHIPPED' || state === 'DELIVERED';
  const arrived = isKept ? shipments : [];
  const arrivedAt = arrived[0]?.deliveredAt ?? null;
  const gross = lines.map(({ netMinor, taxMinor }) => netMinor + taxMinor);
  return {
    ...{ ...order, isKept, isReplacement: replacesId !== null },
    shippingMinor: totalMinor - gross.reduce((sum, each) => sum + each, 0),
    // Nothing was bought by it that could be withdrawn from.
    ...{
      arrivedAt,
      returnDays: replacesId === null ? promisesOf(soldIn.data).returns : null,
      warranty: warrantyOf(soldIn.data, arrivedAt),
    },
    lines: lines.map(({ netMinor, taxMinor, ...line }) => ({
      ...line,
      grossMinor: netMinor + taxMinor,
      delivered: arrived
        .flatMap((parcel) => parcel.lines)
        .reduce((count, { lineId, units }) => (lineId === line.id ? count + units : count), 0),
    })),
  };
}
