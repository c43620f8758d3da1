import { reading } from '@/lib/core/context';
import { isMember } from '@/lib/core/actor';
import { isLocale } from '@/lib/core/locale';
import { log } from '@/lib/core/log';
import { inLocale, paths } from '@/lib/core/paths';
import { askGateway } from '@/lib/flows/ask-gateway';
import { getOwnOrder } from '@/lib/orders/queries';
import { currentActor } from '@/lib/web/session';

type Context = { params: Promise<{ locale: string; number: string }> };

/** Where the gateway sends a payer back to: the gateway is asked at once, so that a lost webhook does not matter. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, number } = await params;
  const actor = await currentActor();
  const order = isMember(actor) ? await getOwnOrder(reading(actor), { number }) : null;
  const open = order?.payments.find(({ state }) => state === 'OPEN');
  if (open) await askGateway(open.id).catch((error: unknown) => log.warn({ err: error }, 'gateway did not answer'));
  const page = inLocale(isLocale(locale) ? locale : 'en', paths.order(number));
  return new Response(null, { status: 303, headers: { location: `${page}?returned=1` } });
}
