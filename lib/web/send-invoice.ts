import { memberId, type Actor } from '@/lib/core/actor';
import type { Locale } from '@/lib/core/locale';
import { invoicePdf } from '@/lib/invoices/paper';
import type { InvoiceView } from '@/lib/invoices/queries';

import { sendPdf } from './send-pdf';
import { currentNetwork } from './session';

/** Answers with an invoice as a PDF, for who may read it; 404 to everybody else, and in words where something else is in the way. */
export async function sendInvoice(locale: Locale, find: (actor: Actor) => Promise<InvoiceView>): Promise<Response> {
  return sendPdf(locale, async (actor) => {
    const invoice = await find(actor);
    const bytes = await invoicePdf(invoice, memberId(actor) ?? (await currentNetwork()));
    return { name: invoice.number, bytes };
  });
}
