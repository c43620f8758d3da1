import type { Reading } from '@/lib/core/context';

/** Which of some orders guests placed, who gave an address with them. */
export async function listGuestOrders(
  { db }: Pick<Reading, 'db'>,
  { orderIds }: { orderIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await db.order.findMany({
    where: { id: { in: [...orderIds] }, guestEmail: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
