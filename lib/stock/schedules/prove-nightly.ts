import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { hour } from '@/lib/core/time';

import { getLastProof, proveStock } from '../prove-stock';

/** Proves the ledger of stock once a day; answers how much did not agree. */
export async function proveNightly(now: Date): Promise<number> {
  const last = await getLastProof(reading(system, now));
  if (last && isRecent(last.at, now)) return 0;
  const faults = await inTransaction(system, proveStock, { now });
  if (faults.length > 0) log.error({ faults: faults.slice(0, 5), count: faults.length }, 'stock does not agree');
  return faults.length;
}

// A proof of a moment that is still to come is of a clock that went ahead.
const isRecent = (at: Date, now: Date): boolean => at <= now && now.getTime() - at.getTime() < 22 * hour;
