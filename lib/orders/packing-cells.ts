import type { Reading } from '@/lib/core/context';

import { addressLines } from './address-lines';
import { unsentOf } from './choices/parcels';
import { parcelLines } from './fill-parcel';
import { shipAddress } from './ship-address';

/** The first line of a packing list. With its last two columns filled in, it is read back as a file of tracking numbers. */
export const packingHead = ['number', 'items', 'name', 'address', 'country', 'phone', 'carrier', 'tracking'];

/** The cells of orders to be packed, in the order of their numbers; the flow has asked for the permission. */
export async function packingCells(
  { db }: Pick<Reading, 'db'>,
  { numbers }: { numbers: string[] },
): Promise<string[][]> {
  const orders = await db.order.findMany({
    where: { number: { in: numbers } },
    select: {
      number: true,
      ...shipAddress,
      lines: { orderBy: { position: 'asc' }, select: { id: true, title: true, quantity: true } },
      shipments: {
        orderBy: { shippedAt: 'desc' },
        select: { carrier: true, tracking: true, deliveredAt: true, lines: parcelLines },
      },
    },
  });
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  return numbers.flatMap((number) => {
    const order = byNumber.get(number);
    if (!order) return [];
    const { lines, shipments, shipName, shipCountry, shipPhone } = order;
    const label = addressLines(order).flatMap(({ text, who }) => (who ? [] : [text]));
    const unsent = new Map(unsentOf(order).map(({ lineId, units }) => [lineId, units]));
    // What is to be packed still; of an order that was sent wholly, what it had, with its last parcel.
    const items = lines.flatMap(({ id, quantity, title }) => {
      const units = unsent.size > 0 ? (unsent.get(id) ?? 0) : quantity;
      return units > 0 ? [`${units} × ${title}`] : [];
    });
    const { carrier = '', tracking = '' } = (unsent.size === 0 && shipments[0]) || {};
    return [[number, items.join('; '), shipName, label.join('\n'), shipCountry, shipPhone, carrier, tracking]];
  });
}
