/** What other domains may read of invoices along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** The invoice and the credit notes of an order by their numbers, in their order. */
export const numberedInvoices = {
  orderBy: { at: 'asc' },
  select: { id: true, number: true, kind: true, at: true },
} as const satisfies Prisma.Order$invoicesArgs;
