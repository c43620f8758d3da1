import type { Reading } from '@/lib/core/context';
import { memberId } from '@/lib/core/actor';
import { scannedVariant } from '@/lib/catalog/published';
import { after, minute } from '@/lib/core/time';
import { plainName } from '@/lib/members/published';

import { unsentOf } from './choices/parcels';
import { parcelLines } from './fill-parcel';
import { openLabels } from './label-rows';
import { canShip } from './policy';

type Db = Pick<Reading, 'db'>;

/** For so long nobody else packs an order that somebody has begun and left alone. */
export const packingMs = 30 * minute;

/** Whether somebody is at an order still. */
export const isPacking = ({ touchedAt }: { touchedAt: Date }, now: Date): boolean => touchedAt > after(now, -packingMs);

const shown = {
  ...{ id: true, number: true, state: true, shipCountry: true },
  lines: {
    orderBy: { position: 'asc' },
    select: { id: true, variantId: true, title: true, quantity: true, variant: { select: scannedVariant } },
  },
  shipments: { select: { deliveredAt: true, lines: parcelLines } },
  labels: openLabels,
  packing: {
    select: {
      ...{ byId: true, touchedAt: true, by: { select: plainName } },
      pieces: { orderBy: { id: 'asc' }, select: { id: true, lineId: true, serial: true } },
    },
  },
} as const;

/** An order as it is packed: what goes into its next parcel, and what is in it already. */
export async function readPacking({ db }: Db, where: { id: string } | { number: string }) {
  const order = await db.order.findUnique({ where, select: shown });
  if (!order) return null;
  const pieces = order.packing?.pieces ?? [];
  const unsent = new Map(unsentOf(order).map(({ lineId, units }) => [lineId, units]));
  const lines = order.lines.flatMap((line) => {
    const own = pieces.filter(({ lineId }) => lineId === line.id);
    const wanted = unsent.get(line.id) ?? 0;
    const packed = own.length;
    return wanted > 0 ? [{ ...line, wanted, packed, serials: own.flatMap(({ serial }) => serial ?? []) }] : [];
  });
  return { ...order, lines, complete: lines.length > 0 && lines.every(({ wanted, packed }) => packed >= wanted) };
}

export type PackedOrder = NonNullable<Awaited<ReturnType<typeof readPacking>>>;

/** The order that the actor is packing, without its address; null while there is none. */
export async function getOwnPacking({ db, actor }: Reading): Promise<PackedOrder | null> {
  const byId = memberId(actor);
  if (!byId || !canShip(actor)) return null;
  const mine = await db.packing.findFirst({
    where: { byId },
    orderBy: [{ touchedAt: 'desc' }, { orderId: 'asc' }],
    select: { orderId: true },
  });
  return mine && readPacking({ db }, { id: mine.orderId });
}

/** The paid orders that wait longest for their parcel, that may be sent, and that nobody packs. */
export async function listToPackNext({ db, now }: Reading, { most }: { most: number }): Promise<string[]> {
  const rows = await db.$queryRaw<{ number: string }[]>`
    SELECT o."number" FROM "Order" o
    WHERE o."state" = 'PAID'
      AND NOT EXISTS (SELECT 1 FROM "Packing" p WHERE p."orderId" = o."id" AND p."touchedAt" > ${after(now, -packingMs)}::timestamptz)
      AND NOT EXISTS (SELECT 1 FROM "Refund" r JOIN "Payment" y ON y."id" = r."paymentId"
        WHERE r."orderId" = o."id" AND r."state" = 'PENDING' AND y."surplusAt" IS NULL)
      AND NOT EXISTS (SELECT 1 FROM "Dispute" d JOIN "Payment" y ON y."id" = d."paymentId"
        WHERE y."orderId" = o."id" AND y."surplusAt" IS NULL AND d."state" <> 'WON')
    ORDER BY o."createdAt", o."id" LIMIT ${most}::int`;
  return rows.map(({ number }) => number);
}
