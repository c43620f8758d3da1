import { Refused } from '@/lib/core/errors';
import type { Prisma } from '@/lib/core/prisma-client/client';

import type { Fulfilled, Pieces } from './choices/parcels';

/** For queries: what lies in a parcel, in the order of the order's lines. */
export const parcelLines = { orderBy: { line: { position: 'asc' } }, select: { lineId: true, units: true } } as const;

/** For queries: what the carrier said of a parcel, the earliest first. */
export const parcelEvents = {
  orderBy: [{ at: 'asc' }, { id: 'asc' }],
  take: 60,
  select: { id: true, kind: true, place: true, at: true },
} satisfies Prisma.Shipment$eventsArgs;

/**
 * The lines of a parcel, and whether nothing is left to send after it; all that is left where no pieces are named. Refuses with `parcel-empty`, and
 * with `parcel-over` (left) where more is named than is left, at the field of its line.
 */
export function fillParcel(
  lines: readonly Fulfilled[],
  pieces?: readonly Pieces[],
): { lines: Pieces[]; isLast: boolean } {
  const foreign = pieces?.find(({ lineId, units }) => units > 0 && !lines.some((line) => line.lineId === lineId));
  if (foreign) throw new Refused('parcel-over', 'not of this order', { values: { left: 0 } });
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
