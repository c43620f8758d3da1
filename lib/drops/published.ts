/** What other domains may read of drops along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** A drop's name in both languages, with the one that stands in its address. */
export const dropName = { slug: true, title: true, titleZh: true } as const satisfies Prisma.DropSelect;

/** A drop’s name with its id, which leads staff to it. */
export const dropLink = { id: true, title: true, titleZh: true } as const satisfies Prisma.DropSelect;

/** Drops that fans know of, called off or not. */
export const announcedDrop = { announcedAt: { not: null } } as const satisfies Prisma.DropWhereInput;

/** Drops that fans know of and that were not called off. */
export const standingDrop = { ...announcedDrop, cancelledAt: null } as const satisfies Prisma.DropWhereInput;

/** How a held unit stands, and until when. */
export const claimState = { state: true, heldUntil: true } as const satisfies Prisma.ClaimSelect;

/** Variants that a drop ever offered. */
export const everOffered = { allotments: { some: {} } } as const satisfies Prisma.VariantWhereInput;

/** Variants that an announced drop offers, now or later. */
export const onOffer = (now: Date) =>
  ({
    allotments: { some: { wave: { closesAt: { gt: now }, drop: standingDrop } } },
  }) as const satisfies Prisma.VariantWhereInput;
