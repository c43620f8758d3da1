import { z } from 'zod';

import { language } from '@/lib/core/pieces';

const both = z.object({ en: z.string(), zh: z.string() });
const line = z.object({ title: both, quantity: z.int(), netMinor: z.int(), taxMinor: z.int() });

/** What stands on an invoice or a credit note. The sums of a credit note are what goes back, as amounts above nothing. */
export const invoiceContent = z.object({
  seller: z.object({
    name: z.string(),
    address: z.string(),
    taxNumbers: z.array(z.object({ name: z.string(), number: z.string() })),
  }),
  /** Whom it is for, line by line as on a label, the country by its code, and the company whose invoice it is. */
  buyer: z.object({
    lines: z.array(z.string()),
    country: z.string(),
    company: z.object({ name: z.string(), taxNumber: z.string() }).optional(),
  }),
  /** In whose days it is dated. */
  timeZone: z.string(),
  locale: language,
  order: z.object({ number: z.string(), paidAt: z.iso.datetime() }),
  /** The invoice that a credit note takes back from. */
  invoice: z.string().optional(),
  currency: z.string(),
  lines: z.array(line),
  shipping: z.object({ netMinor: z.int(), taxMinor: z.int() }),
  tax: z.object({ name: z.string(), ppm: z.int() }),
  netMinor: z.int(),
  taxMinor: z.int(),
  totalMinor: z.int(),
});

export type InvoiceContent = z.output<typeof invoiceContent>;
