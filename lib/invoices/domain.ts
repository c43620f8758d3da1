import type { Domain } from '@/lib/core/domain';

export const invoicesDomain = { name: 'invoices' } as const satisfies Domain;
