import { Prisma } from '@/lib/core/prisma-client/client';
import { isNotOver } from '@/lib/core/scopes';

/** `activeSuspension` of published.ts, of a row of "Suspension" in SQL: it keeps its member out at a moment. */
export const isActiveSuspension = (now: Date) => Prisma.sql`"liftedAt" IS NULL AND ${isNotOver(now)}`;

/** Whether somebody has proved to be reached by what a row `m` of "Member" says, in SQL: a phone stands there only where it was proved. */
export const isConfirmed = Prisma.sql`(m."emailVerifiedAt" IS NOT NULL OR m."phone" IS NOT NULL)`;
