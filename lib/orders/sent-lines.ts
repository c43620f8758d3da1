import type { Reading } from '@/lib/core/context';

/** What an order has of which variant, and the drop that it was bought in; null where there is none. */
export async function getSentLines({ db }: Pick<Reading, 'db'>, { orderId }: { orderId: string }) {
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: { dropId: true, lines: { orderBy: { id: 'asc' }, select: { id: true, variantId: true, quantity: true } } },
  });
  if (!order) return null;
  const lines = order.lines.map(({ id, variantId, quantity }) => ({ lineId: id, variantId, units: quantity }));
  return { dropId: order.dropId as string | null, lines };
}

/** What lies in a parcel of which variant, and the drop that it was bought in. */
export async function getParcelLines({ db }: Pick<Reading, 'db'>, { shipmentId }: { shipmentId: string }) {
  const { order, lines } = await db.shipment.findUniqueOrThrow({
    where: { id: shipmentId },
    select: {
      order: { select: { dropId: true } },
      lines: {
        orderBy: { lineId: 'asc' },
        select: { lineId: true, units: true, line: { select: { variantId: true } } },
      },
    },
  });
  const some = lines.map(({ lineId, units, line }) => ({ lineId, units, variantId: line.variantId }));
  return { dropId: order.dropId as string | null, lines: some };
}
