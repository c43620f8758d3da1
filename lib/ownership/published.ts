/** What other domains may read of ownership along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';
import { memberName } from '@/lib/members/published';
import { takenBack, unitSerial } from '@/lib/units/published';

/** Units that are owned now. */
export const ownedNow = { endedAt: null } as const satisfies Prisma.OwnershipWhereInput;

/** Whether a member owns any unit now. */
export const ownsAny = {
  where: ownedNow,
  select: { id: true },
  take: 1,
} as const satisfies Prisma.Member$ownershipsArgs;

/** Whether a member owns a unit of this product now. */
export const ownsOf = (productId: string) =>
  ({ where: { productId, ...ownedNow }, select: { id: true }, take: 1 }) satisfies Prisma.Member$ownershipsArgs;

/** A registered unit: its serial number, and from when to when it was owned. */
export const registeredUnit = {
  unit: { select: unitSerial },
  registeredAt: true,
  endedAt: true,
} as const satisfies Prisma.OwnershipSelect;

/** A registered unit's serial number. */
export const serialNumber = { unit: { select: unitSerial } } as const satisfies Prisma.OwnershipSelect;

/** The newest answers of owners that were made part of an idea, with who gave them. */
export const latestVoices = {
  orderBy: { createdAt: 'desc' },
  take: 10,
  select: { id: true, rating: true, body: true, createdAt: true, member: { select: memberName } },
} as const satisfies Prisma.Idea$voicesArgs;

/** From when to when a unit was owned, and when it was given back, for `wasReturned`. */
export const ownershipEnd = {
  registeredAt: true,
  endedAt: true,
  unit: { select: takenBack },
} as const satisfies Prisma.OwnershipSelect;

/** Whether an ownership ended because its unit was given back, or its money was. */
export const wasReturned = (owned: {
  registeredAt: Date;
  endedAt: Date | null;
  unit: { events: { at: Date }[] };
}): boolean => owned.endedAt !== null && owned.unit.events.some(({ at }) => at >= owned.registeredAt);
