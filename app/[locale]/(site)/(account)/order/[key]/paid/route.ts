import { askAfterPaying } from '@/app/[locale]/(site)/(account)/orders/[number]/paid/ask-after-paying';
import { decodedParams } from '@/lib/web/params';

type Context = { params: Promise<{ locale: string; key: string }> };

/** Where the gateway sends a guest back to. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asked = await decodedParams(params);
  return askAfterPaying(asked && { locale: asked.locale, asked: { key: asked.key } });
}
