import { decodedParams } from '@/lib/web/params';

import { askAfterPaying } from './ask-after-paying';

type Context = { params: Promise<{ locale: string; number: string }> };

/** Where the gateway sends a member back to. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asked = await decodedParams(params);
  return askAfterPaying(asked && { locale: asked.locale, asked: { number: asked.number } });
}
