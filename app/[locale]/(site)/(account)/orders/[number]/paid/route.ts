import { reading } from '@/lib/core/context';
import { isMember } from '@/lib/core/actor';
import { log } from '@/lib/core/log';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { askGateway } from '@/lib/flows/orders/ask-gateway';
import { getOwnOrder } from '@/lib/orders/queries';
import { decodedParams } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Context = { params: Promise<{ locale: string; number: string }> };

/** Where the gateway sends a payer back to: the gateway is asked at once, so that a lost webhook does not matter. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asked = await decodedParams(params);
  if (!asked) return new Response(null, { status: 404 });
  const { locale, number } = asked;
  const actor = await currentActor();
  const order = isMember(actor) ? await getOwnOrder(reading(actor), { number }) : null;
  const open = order?.payments.find(({ state }) => state === 'OPEN');
  if (open) await askGateway(open.id).catch((error: unknown) => log.warn({ err: error }, 'gateway did not answer'));
  return new Response(null, {
    status: 303,
    headers: { location: withQuery(inLocale(locale, paths.order(number)), { returned: 1 }) },
  });
}
