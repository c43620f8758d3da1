/** What other domains may read of stock along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** A place where goods lie, by its name. */
export const locationName = { name: true } as const satisfies Prisma.StockLocationSelect;
