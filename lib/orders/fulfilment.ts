import { Refused } from '@/lib/core/errors';

/** How many pieces of an order's line. */
export type Pieces = { lineId: string; units: number };
type Parcels = {
  lines: readonly { id: string; quantity: number }[];
  shipments: readonly { deliveredAt: Date | null; lines: readonly Pieces[] }[];
};

/** For queries: what lies in a parcel, in the order of the order's lines. */
export const parcelLines = { orderBy: { line: { position: 'asc' } }, select: { lineId: true, units: true } } as const;

/** How much of a line is bought, sent and delivered. */
export type Fulfilled = { lineId: string; bought: number; sent: number; delivered: number };

/** How much of each line of an order is sent and has arrived, by its parcels. */
export function fulfilmentOf({ lines, shipments }: Parcels): Fulfilled[] {
  return lines.map(({ id, quantity }) => {
    const sent = shipments.flatMap(({ deliveredAt, lines: parcel }) =>
      parcel.flatMap(({ lineId, units }) => (lineId === id ? [{ units, arrived: deliveredAt !== null }] : [])),
    );
    return { lineId: id, bought: quantity, sent: sum(sent), delivered: sum(sent.filter(({ arrived }) => arrived)) };
  });
}

/** The pieces of an order that lie in no parcel yet. */
export function unsentOf(order: Parcels): Pieces[] {
  return fulfilmentOf(order)
    .map(({ lineId, bought, sent }) => ({ lineId, units: Math.max(0, bought - sent) }))
    .filter(({ units }) => units > 0);
}

/** Whether some of an order is sent and some is not: that follows from its parcels and is no state of its own. */
export const isPartlySent = (order: Parcels): boolean => order.shipments.length > 0 && unsentOf(order).length > 0;

/**
 * The lines of a parcel, and whether nothing is left to send after it; all that is left where no pieces are named. Refuses with `parcel-empty`, and
 * with `parcel-over` (left) where more is named than is left, at the field of its line.
 */
export function fillParcel(
  lines: readonly Fulfilled[],
  pieces?: readonly Pieces[],
): { lines: Pieces[]; isLast: boolean } {
  const filled: Pieces[] = [];
  let remains = 0;
  for (const { lineId, bought, sent } of lines) {
    const left = Math.max(0, bought - sent);
    const units = pieces
      ? pieces.reduce((count, piece) => (piece.lineId === lineId ? count + piece.units : count), 0)
      : left;
    if (units > left)
      throw new Refused('parcel-over', 'more than is left', { field: `units.${lineId}`, values: { left } });
    if (units > 0) filled.push({ lineId, units });
    remains += left - units;
  }
  if (filled.length === 0) throw new Refused('parcel-empty', 'nothing lies in it');
  return { lines: filled, isLast: remains === 0 };
}

const sum = (parts: readonly { units: number }[]): number => parts.reduce((total, { units }) => total + units, 0);
