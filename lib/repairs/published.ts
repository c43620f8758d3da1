/** What other domains may read of repairs along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** For queries: repairs that were done and are guaranteed, the latest first, few. */
export const guaranteedRepairs = {
  where: { warrantyMonths: { not: null }, handedOverAt: { not: null } },
  orderBy: { handedOverAt: 'desc' },
  take: 5,
  select: { handedOverAt: true, warrantyMonths: true, warrantyZone: true, covered: true },
} as const satisfies Prisma.Unit$repairsArgs;
