import type { Actor } from '@/lib/core/actor';
import { allow } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { canShip } from '@/lib/orders/policy';
import { carriersForNew, type Carrier, type Service } from '@/lib/outside/carriers';

/** A label that can be bought: the carrier and its service in one value, as the form sends it. */
export type LabelChoice = { value: string; title: string | null; name: Service['name'] };

/** The labels that can be bought for a parcel, the one to be taken first; a carrier that does not answer offers none. */
export async function listLabelChoices(
  actor: Actor,
  parcel: { country: string; grams: number },
): Promise<LabelChoice[]> {
  allow(canShip(actor), 'not-found');
  const offered = await Promise.all(carriersForNew().map(async (carrier) => offeredBy(carrier, parcel)));
  return offered.flat();
}

async function offeredBy(carrier: Carrier, parcel: { country: string; grams: number }): Promise<LabelChoice[]> {
  const services = await carrier.getServices(parcel).catch((error: unknown) => {
    log.warn({ err: error, carrier: carrier.name }, 'a carrier did not say what it offers');
    return [];
  });
  return services.map(({ id, name }) => ({ value: `${carrier.name}:${id}`, title: carrier.title, name }));
}
