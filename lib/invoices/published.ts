/** What other domains may read of invoices along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';

/** An invoice or a credit note by its number. */
export const numberedInvoice = { id: true, number: true, kind: true, at: true } as const satisfies Prisma.InvoiceSelect;
