/** What other domains may read of repairs along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';
import type { WarrantyTerms } from '@/lib/core/warranty';

/** For queries: repairs that were done and are guaranteed, the latest first, few. */
export const guaranteedRepairs = {
  where: { warrantyMonths: { not: null }, handedOverAt: { not: null } },
  orderBy: { handedOverAt: 'desc' },
  take: 5,
  select: { handedOverAt: true, warrantyMonths: true, warrantyZone: true, covered: true },
} as const satisfies Prisma.Unit$repairsArgs;

type Guaranteed = { handedOverAt: Date | null; warrantyMonths: number | null; warrantyZone: string };

/** The warranty that a repair gives from its hand-over on; null where it gives none. */
export const repairWarranty = ({ handedOverAt, warrantyMonths, warrantyZone }: Guaranteed): WarrantyTerms | null =>
  handedOverAt && warrantyMonths !== null
    ? { deliveredAt: handedOverAt, months: warrantyMonths, zone: warrantyZone }
    : null;
