/** Conditions of drops that several statements ask, each said once. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** Drops that fans know of, called off or not. */
export const announcedDrop = { announcedAt: { not: null } } as const satisfies Prisma.DropWhereInput;

/** Drops that fans know of and that were not called off. */
export const standingDrop = { ...announcedDrop, cancelledAt: null } as const satisfies Prisma.DropWhereInput;

/** Places of the waiting list that still wait. */
export const stillWaiting = { endedAt: null } as const satisfies Prisma.WaitlistPlaceWhereInput;
