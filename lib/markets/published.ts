/** What other domains may read of markets. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** Who sells, as the version says under which an order was made; `sellerOf` of `lib/core/market.ts` reads it. */
export const soldBy = { data: true } as const satisfies Prisma.MarketVersionSelect;
