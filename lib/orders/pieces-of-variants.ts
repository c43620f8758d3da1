import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import type { Pieces } from './choices/parcels';

/** How many pieces of a variant. */
export type VariantPieces = { variantId: string; quantity: number };
type Wanted = { number: string; wanted: readonly VariantPieces[] };

/**
 * The pieces of an order's lines that are named by their variants; one that stands in several lines fills them in their order. Refuses with
 * `parcel-over` what is not of the order, or is named twice.
 */
export async function piecesOf({ db }: Pick<Ctx, 'db'>, { number, wanted }: Wanted): Promise<Pieces[]> {
  const lines = await db.orderLine.findMany({
    where: { order: { number } },
    orderBy: { position: 'asc' },
    select: {
      ...{ id: true, variantId: true, quantity: true },
      parcels: { orderBy: { shipmentId: 'asc' }, select: { units: true } },
    },
  });
  return wanted.flatMap(({ variantId, quantity }, at) => {
    const own = lines.filter((line) => line.variantId === variantId);
    const last = own.at(-1);
    if (!last || wanted.findIndex((each) => each.variantId === variantId) !== at)
      throw new Refused('parcel-over', 'not of this order, or named twice', { field: 'lines', values: { left: 0 } });
    let rest = quantity;
    return own.map((line) => {
      const left = line.parcels.reduce((count, { units }) => count - units, line.quantity);
      const units = line === last ? rest : Math.min(rest, left);
      rest -= units;
      return { lineId: line.id, units };
    });
  });
}
