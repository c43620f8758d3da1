import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { log } from '@/lib/core/log';
import { inLocale, withQuery } from '@/lib/core/paths';
import { askGateway } from '@/lib/flows/orders/ask-gateway';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { paths } from '@/lib/paths';
import { getOwnOrder } from '@/lib/orders/queries';
import { currentActor } from '@/lib/web/session';

type Back = { locale: Locale; asked: AskedOrder };

/** Leads a payer who comes back to their order. The gateway is asked at once, so that a lost webhook does not matter. */
export async function askAfterPaying(back: Back | null): Promise<Response> {
  if (!back) return new Response(null, { status: 404 });
  const order = await getOwnOrder(reading(await currentActor()), back.asked);
  const open = order?.payments.find(({ state }) => state === 'OPEN');
  if (open) await askGateway(open.id).catch((error: unknown) => log.warn({ err: error }, 'gateway did not answer'));
  return new Response(null, {
    status: 303,
    headers: { location: withQuery(inLocale(back.locale, paths.askedOrder(back.asked)), { returned: 1 }) },
  });
}
