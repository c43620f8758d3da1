/** What other domains may read of service points along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** A point by its name and where it is. */
export const pointAddress = {
  ...{ id: true, name: true, nameZh: true, address: true, addressZh: true },
} as const satisfies Prisma.ServicePointSelect;
