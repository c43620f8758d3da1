/** What other domains may read of orders along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';
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

/** When a parcel arrived. */
export const parcelArrival = { deliveredAt: true } as const satisfies Prisma.ShipmentSelect;

/** In which money an order was paid, what its market promised, and where it went. */
export const orderMoney = {
  ...{ currency: true, shipName: true, shipLine1: true, shipLine2: true, shipCity: true, shipRegion: true },
  ...{ shipPostcode: true, shipCountry: true, soldIn: { select: soldBy } },
} as const satisfies Prisma.OrderSelect;

/** What the market of an order said. */
export const orderMarket = { soldIn: { select: soldBy } } as const satisfies Prisma.OrderSelect;
