import type { Reading } from '@/lib/core/context';
import { soldBy } from '@/lib/markets/published';
import { creditProvider } from '@/lib/outside/payments/credit-provider';

import { companyFields } from './company';
import { titledLine } from './line-title';
import { shipAddress } from './ship-address';

/** A paid order with all that its invoice says; null where it is not, or was paid by nothing that is money. */
export async function getOrderForInvoice({ db }: Pick<Reading, 'db'>, { orderId }: { orderId: string }) {
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: {
      ...{ id: true, number: true, market: true, locale: true, currency: true, terms: true, paidAt: true },
      ...{ subtotalMinor: true, shippingMinor: true, taxMinor: true, totalMinor: true },
      soldIn: { select: soldBy },
      ...shipAddress,
      ...companyFields,
      // One that came to nothing is settled too, and may be of another gateway.
      payments: {
        where: { surplusAt: null, state: { in: ['PAID', 'REFUNDED'] }, provider: { not: creditProvider } },
        take: 1,
        select: { provider: true },
      },
      lines: {
        orderBy: { position: 'asc' },
        select: { quantity: true, netMinor: true, taxMinor: true, ...titledLine },
      },
    },
  });
  const [paid] = order?.payments ?? [];
  return order?.paidAt && paid ? { ...order, paidAt: order.paidAt, provider: paid.provider } : null;
}

export type OrderForInvoice = NonNullable<Awaited<ReturnType<typeof getOrderForInvoice>>>;
