/** What other domains may read of stock along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** A place where goods lie, by its name. */
export const locationName = { name: true } as const satisfies Prisma.StockLocationSelect;

/** How much of a variant can be bought, and whether the shop sells it. */
export const openStock = { open: true, inShop: true } as const satisfies Prisma.StockedVariantSelect;
