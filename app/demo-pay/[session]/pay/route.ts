import { decodedParams } from '@/lib/web/params';
import { payDemoForm } from '@/lib/server/pay-demo-form';

type Context = { params: Promise<{ session: string }> };

/** The demo gateway's form, for hosts without the custom server and for development. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { status, body, headers } = await payDemoForm(
    (await decodedParams(params))?.session ?? '',
    await request.text(),
  );
  return body === null ? new Response(null, { status, headers }) : Response.json(body, { status, headers });
}
