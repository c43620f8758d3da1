import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { isOutage } from '@/lib/core/outage';
import { second } from '@/lib/core/time';
import { noteParcelEvents } from '@/lib/orders/commands';
import { listFollowed, type FollowedLabel } from '@/lib/orders/followed-labels';
import { carrierOf, type CarrierEvent } from '@/lib/outside/carriers';

const most = 100;
const longest = 20 * second;

/** Asks carriers what happened to the parcels that are due, some at a time; one that does not answer is asked again later, and holds up no other. */
export async function followParcels(): Promise<void> {
  const until = Date.now() + longest;
  const ask = reading(system);
  for (const label of await listFollowed(ask, { most })) {
    if (Date.now() > until) return;
    try {
      const events = await heardOf(label, ask.now);
      await transact(noteParcelEvents)(system, { labelId: label.id, events });
    } catch (error) {
      if (isOutage(error)) throw error;
      log.warn({ err: error, labelId: label.id }, 'a parcel could not be followed');
      await askLater(label.id);
    }
  }
}

// One of which not even that can be noted is due again in the next turn, and holds up no other either.
async function askLater(labelId: string): Promise<void> {
  await transact(noteParcelEvents)(system, { labelId, events: [] }).catch((error: unknown) => {
    if (isOutage(error)) throw error;
    log.error({ err: error, labelId }, 'that a parcel could not be followed could not be noted');
  });
}

async function heardOf({ carrier, tracking, shipment }: FollowedLabel, now: Date): Promise<CarrierEvent[]> {
  const known = carrierOf(carrier);
  return known && shipment ? known.getEvents({ tracking, at: shipment.shippedAt }, now) : [];
}
