import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { isOutage } from '@/lib/core/outage';
import { askLabel, beginCancelLabel, endCancelLabel, noteLabel, refuseLabel } from '@/lib/orders/commands';
import { canShip } from '@/lib/orders/policy';
import { carrierOf, carriersForNew, CarrierRefused, type Carrier } from '@/lib/outside/carriers';

export type BuyLabel = { number: string; carrier: string; service: string };

/**
 * Buys a label for what an order still has to be sent, and answers its id. Asked again, also after an answer that was lost, it is the same label. Refuses what
 * `askLabel` refuses, `carrier-unknown`, what the carrier will not give (`carrier-service`, `carrier-country`, `carrier-weight`, `carrier-cancelled`), and
 * `carrier-silent` where it does not answer.
 */
export async function buyLabel(actor: Actor, { number, carrier: name, service }: BuyLabel): Promise<string> {
  allow(canShip(actor), 'not-found');
  const carrier = carriersForNew().find((each) => each.name === name);
  if (!carrier) throw new Refused('carrier-unknown', 'no such carrier');
  const { labelId, bought, wanted } = await transact(askLabel)(actor, { number, carrier: name, service });
  if (bought) return labelId;
  const label = await asked(
    carrier,
    () => carrier.buyLabel({ labelId, ...wanted }),
    async () => transact(refuseLabel)(actor, { labelId }),
  );
  // Given back while it was being bought: the carrier learns of it once more, now that it knows the label.
  if (!(await transact(noteLabel)(actor, { labelId, ...label }))) await carrier.cancelLabel(labelId);
  return labelId;
}

/** Gives an order's label back that is on no parcel, so that it can have another. Refuses with `label-gone`, and `carrier-silent`. */
export async function cancelLabel(actor: Actor, input: { number: string; labelId: string }): Promise<void> {
  const { labelId } = input;
  const { carrier: name } = await transact(beginCancelLabel)(actor, input);
  const carrier = found(carrierOf(name), 'carrier');
  await asked(carrier, () => carrier.cancelLabel(labelId));
  await transact(endCancelLabel)(actor, { labelId });
}

// What a carrier refuses is said in words; what it does not answer can be asked again.
async function asked<T>({ name }: Carrier, ask: () => Promise<T>, refused?: () => Promise<void>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CarrierRefused) {
      await refused?.();
      throw new Refused(`carrier-${error.code}`, error.message);
    }
    if (isOutage(error)) throw error;
    log.warn({ err: error, carrier: name }, 'a carrier did not answer');
    throw new Refused('carrier-silent', 'the carrier did not answer');
  }
}
