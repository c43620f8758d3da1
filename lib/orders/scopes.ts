import { Prisma } from '@/lib/core/prisma-client/client';

/** Orders that still live on their held unit: neither cancelled nor refunded. */
export const liveOrder = { state: { notIn: ['CANCELLED', 'REFUNDED'] } } satisfies Prisma.OrderWhereInput;

/** The same of a row of "Order" in SQL. Statements of the sale's hot path say it in their own text (sql.ts): one with parts is not prepared by name. */
export const isLive = Prisma.sql`"state" NOT IN ('CANCELLED', 'REFUNDED')`;
