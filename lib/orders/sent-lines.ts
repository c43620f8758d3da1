import type { Reading } from '@/lib/core/context';

/** What an order that was sent had of which variant, and the drop that it was bought in; null where there is none. */
export async function getSentLines({ db }: Pick<Reading, 'db'>, { orderId }: { orderId: string }) {
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: { dropId: true, lines: { orderBy: { id: 'asc' }, select: { id: true, variantId: true, quantity: true } } },
  });
  if (!order) return null;
  const lines = order.lines.map(({ id, variantId, quantity }) => ({ lineId: id, variantId, units: quantity }));
  return { dropId: order.dropId as string | null, lines };
}
