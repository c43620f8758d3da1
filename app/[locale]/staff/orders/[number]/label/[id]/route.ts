import { readLabels } from '@/lib/flows/orders/read-labels';
import { decodedParams } from '@/lib/web/params';
import { sendPdf } from '@/lib/web/send-pdf';

type Context = { params: Promise<{ locale: string; number: string; id: string }> };

/** The label of a parcel as a PDF, for who sends parcels. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asked = await decodedParams(params);
  if (!asked) return new Response(null, { status: 404 });
  const { number, id, locale } = asked;
  return sendPdf(locale, async (actor) => ({
    name: `${number}-label`,
    bytes: await readLabels(actor, { number, labelId: id }, locale),
  }));
}
