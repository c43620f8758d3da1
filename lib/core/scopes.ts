import { Prisma } from './prisma-client/client';

/** `notOver` of time.ts, of a row in SQL: it has no end, or one that is still to come. */
export const isNotOver = (now: Date) => Prisma.sql`("until" IS NULL OR "until" > ${now})`;
