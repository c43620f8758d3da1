/** What other domains may read of orders along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** An order's number. */
export const orderNumber = { number: true } as const satisfies Prisma.OrderSelect;
