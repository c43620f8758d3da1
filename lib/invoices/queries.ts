import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';

import { invoiceContent } from './content';

/** What the credit notes of an order come to so far. */
export async function sumCredited({ db }: Pick<Reading, 'db'>, { id: orderId }: { id: string }): Promise<number> {
  const notes = await db.invoice.findMany({ where: { orderId, kind: 'CREDIT_NOTE' }, select: { content: true } });
  return notes.reduce((sum, { content }) => sum + invoiceContent.parse(content).totalMinor, 0);
}

/** One invoice or credit note of an order with all that stands on it; null where the order has none of that id. Whoever calls may see the order. */
export async function getInvoice({ db }: Pick<Reading, 'db'>, { id, orderId }: { id: string; orderId: string }) {
  if (!isUuid(id)) return null;
  const found = await db.invoice.findUnique({
    where: { id, orderId },
    select: { id: true, number: true, kind: true, at: true, content: true },
  });
  return found && { ...found, content: invoiceContent.parse(found.content) };
}

export type InvoiceView = NonNullable<Awaited<ReturnType<typeof getInvoice>>>;
