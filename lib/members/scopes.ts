import { Prisma } from '@/lib/core/prisma-client/client';
import { isNotOver } from '@/lib/core/scopes';

/** `activeSuspension` of published.ts, of a row of "Suspension" in SQL: it keeps its member out at a moment. */
export const isActiveSuspension = (now: Date) => Prisma.sql`"liftedAt" IS NULL AND ${isNotOver(now)}`;
