/** What other domains may read of orders along relations. */
import { marketZone, promisesOf } from '@/lib/core/market';
import type { Prisma } from '@/lib/core/prisma-client/client';
import type { WarrantyTerms } from '@/lib/core/warranty';
import { soldBy } from '@/lib/markets/published';
import { namedVariant } from '@/lib/catalog/published';

/** An order's number. */
export const orderNumber = { number: true } as const satisfies Prisma.OrderSelect;

/** An order as those see it who handle what comes back of it. */
export const orderForReturn = { number: true, currency: true } as const satisfies Prisma.OrderSelect;

/** What was bought by a line of it, and how many pieces. */
export const lineForReturn = {
  title: true,
  quantity: true,
  variant: { select: namedVariant },
} as const satisfies Prisma.OrderLineSelect;

/** What tells the warranty of what an order brought: how it stands, what its market promised, and when it came. */
export const orderWarranty = {
  state: true,
  soldIn: { select: soldBy },
  shipments: {
    where: { deliveredAt: { not: null } },
    orderBy: { deliveredAt: 'desc' },
    take: 1,
    select: { deliveredAt: true },
  },
} as const satisfies Prisma.OrderSelect;

type Bought = { state: string; soldIn: { data: unknown }; shipments: { deliveredAt: Date | null }[] };

/** The warranty of what an order brought; null where its market promised none, it has not come, or its money went back. */
export function warrantyOf({ state, soldIn, shipments: [parcel] }: Bought): WarrantyTerms | null {
  const { warranty: months } = promisesOf(soldIn.data);
  if (state === 'REFUNDED' || months === null || !parcel?.deliveredAt) return null;
  return { deliveredAt: parcel.deliveredAt, months, zone: marketZone(soldIn.data) };
}
