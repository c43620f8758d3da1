import type { Reading } from '@/lib/core/context';

import { addressLines } from './address-lines';
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
      lines: { orderBy: { position: 'asc' }, select: { title: true, quantity: true } },
      shipments: { orderBy: { shippedAt: 'desc' }, take: 1, select: { carrier: true, tracking: true } },
    },
  });
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  return numbers.flatMap((number) => {
    const order = byNumber.get(number);
    if (!order) return [];
    const { lines, shipments, shipName, shipCountry, shipPhone } = order;
    const label = addressLines(order).flatMap(({ text, who }) => (who ? [] : [text]));
    const items = lines.map(({ quantity, title }) => `${quantity} × ${title}`).join('; ');
    const { carrier = '', tracking = '' } = shipments[0] ?? {};
    return [[number, items, shipName, label.join('\n'), shipCountry, shipPhone, carrier, tracking]];
  });
}
