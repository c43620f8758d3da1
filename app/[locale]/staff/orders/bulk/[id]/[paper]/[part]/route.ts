import { paperKinds, readPapers } from '@/lib/flows/orders/read-papers';
import { decodedParams } from '@/lib/web/params';
import { sendPdf } from '@/lib/web/send-pdf';

type Context = { params: Promise<{ locale: string; id: string; paper: string; part: string }> };

/** What is printed of orders that were chosen together: labels and packing slips by the hundred, and the pick list. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asked = await decodedParams(params);
  const kind = paperKinds.find((each) => each === asked?.paper);
  const part = Number(asked?.part);
  if (!asked || !kind || !Number.isInteger(part) || part < 1 || part > 1_000)
    return new Response(null, { status: 404 });
  const { id, locale } = asked;
  return sendPdf(locale, async (actor) => ({
    name: `${kind}-${part}`,
    bytes: await readPapers(actor, { id, kind, part }, locale),
  }));
}
