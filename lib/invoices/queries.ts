import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';

import { invoiceContent } from './content';

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
