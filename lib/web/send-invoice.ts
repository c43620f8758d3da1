import type { Actor } from '@/lib/core/actor';
import { memberId } from '@/lib/core/actor';
import { Refused } from '@/lib/core/errors';
import { invoicePdf } from '@/lib/invoices/paper';
import type { InvoiceView } from '@/lib/invoices/queries';

import { currentActor, currentNetwork } from './session';

const statuses: Record<string, number> = { 'rate-limited': 429, 'too-complex': 503, 'order-not-opened': 403 };

/** Answers with an invoice as a PDF, for who may read it; 404 to everybody else. */
export async function sendInvoice(find: (actor: Actor) => Promise<InvoiceView>): Promise<Response> {
  const actor = await currentActor();
  try {
    const invoice = await find(actor);
    const bytes = await invoicePdf(invoice, memberId(actor) ?? (await currentNetwork()));
    return new Response(Buffer.from(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${invoice.number}.pdf"`,
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex',
      },
    });
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: statuses[error.code] ?? 404 });
    throw error;
  }
}
