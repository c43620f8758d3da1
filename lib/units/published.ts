/** What other domains may read of units along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** A unit's serial number. */
export const unitSerial = { serial: true } as const satisfies Prisma.UnitSelect;
