import { path } from '@/lib/core/paths';

/** Paths of this domain's documents, without their language. */
export const invoicesPaths = {
  invoice: (number: string, id: string) => path('orders', number, 'invoice', id),
  /** Of a guest's order, by its key. */
  guestInvoice: (key: string, id: string) => path('order', key, 'invoice', id),
} as const;
