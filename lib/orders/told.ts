import type { Reading } from '@/lib/core/context';

import { titledLine } from './line-title';

/** An order as its buyer is told of it. */
export async function getToldOrder({ db }: Reading, { orderId }: { orderId: string }) {
  return db.order.findUnique({
    where: { id: orderId },
    select: {
      number: true, memberId: true, totalMinor: true, currency: true,
      lines: { select: titledLine, take: 1 },
      shipments: { orderBy: { shippedAt: 'desc' }, take: 1, select: { carrier: true, tracking: true } },
    },
  });
}

export type ToldOrder = NonNullable<Awaited<ReturnType<typeof getToldOrder>>>;
