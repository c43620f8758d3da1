import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { log } from '@/lib/core/log';

import { publishProduct } from '../commands';
import { listDueProducts } from '../queries/staff-products';

/** Puts every draft on show whose moment has come. Safe in several processes; one that fails does not keep the others. */
export async function publishDueProducts(now: Date): Promise<number> {
  let published = 0;
  for (const productId of await listDueProducts(reading(system, now))) {
    const done = await transact(publishProduct)(system, { productId }, { now }).catch(
      (error: unknown) => void log.error({ err: error, productId }, 'product not published'),
    );
    if (done) published += 1;
  }
  return published;
}
