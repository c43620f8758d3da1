import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { hour } from '@/lib/core/time';

import { getLastProof, proveStock } from '../prove-stock';

/** Proves the ledger of stock once a day; answers how much did not agree. */
export async function proveNightly(now: Date): Promise<number> {
  const last = await getLastProof(reading(system, now));
  if (last && now.getTime() - last.at.getTime() < 22 * hour) return 0;
  const faults = await inTransaction(system, proveStock, { now });
  if (faults.length > 0) log.error({ faults: faults.slice(0, 5), count: faults.length }, 'stock does not agree');
  return faults.length;
}
