import { readOwnInvoice } from '@/lib/flows/invoices/read-invoice';
import { decodedParams } from '@/lib/web/params';
import { sendInvoice } from '@/lib/web/send-invoice';

type Context = { params: Promise<{ locale: string; key: string; id: string }> };

/** An invoice of a guest's order, for who has its link. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asked = await decodedParams(params);
  if (!asked) return new Response(null, { status: 404 });
  return sendInvoice(asked.locale, (actor) => readOwnInvoice(actor, { key: asked.key }, asked.id));
}
