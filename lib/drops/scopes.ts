/** Conditions of drops that several statements ask, each said once. */
import { Prisma } from '@/lib/core/prisma-client/client';

export { announcedDrop, standingDrop } from './published';

/** Places of the waiting list that still wait. */
export const stillWaiting = { endedAt: null } as const satisfies Prisma.WaitlistPlaceWhereInput;

/** The same of a row of "WaitlistPlace" in SQL. */
export const isStillWaiting = Prisma.sql`"WaitlistPlace"."endedAt" IS NULL`;

/** A row of "Entry" in SQL whose wave is not decided yet. */
export const isWaitingEntry = Prisma.sql`"Entry"."state" = 'WAITING'`;

/** F-codes that can still be used: neither spent nor revoked nor expired. */
export const usableCode = (now: Date) =>
  ({ redeemedAt: null, revokedAt: null, expiresAt: { gt: now } }) satisfies Prisma.FCodeWhereInput;

/** The same of a row of "FCode" in SQL. */
export const isUsableCode = (now: Date) =>
  Prisma.sql`"redeemedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > ${now}::timestamptz`;
