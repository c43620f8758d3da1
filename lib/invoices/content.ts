import { z } from 'zod';

import { halfUp } from '@/lib/core/half-up';
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
  /** Whom it is for, line by line as on a label, and the country by its code. */
  buyer: z.object({ lines: z.array(z.string()), country: z.string() }),
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

/**
 * What of a part that goes back is tax, where so much of it went back before: what the whole bears less what went before, so that the parts of a
 * sum always come to its tax, however they are rounded.
 */
export const taxOfPart = (part: number, before: number, whole: { taxMinor: number; totalMinor: number }): number =>
  taxWithin(before + part, whole) - taxWithin(before, whole);

/** What of a sum that went back is tax, by the share that it had of what was paid; rounded half up. */
export function taxWithin(sum: number, { taxMinor, totalMinor }: { taxMinor: number; totalMinor: number }): number {
  return totalMinor === 0 ? 0 : halfUp(BigInt(sum) * BigInt(taxMinor), BigInt(totalMinor));
}
