import type { Prisma } from '@/lib/core/prisma-client/client';

/** The discounts that an order got, as its bill says them. */
export const givenDiscounts = {
  orderBy: { position: 'asc' },
  select: { title: true, titleZh: true, ofShipping: true, amountMinor: true },
} as const satisfies Prisma.Order$discountsArgs;
