import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { second } from '@/lib/core/time';

import { beginPrices } from '../commands';

/** How often prices are looked for whose moment has come. */
export const everyMs = 10 * second;

/** So many begin in one transaction. */
const atOnce = 200;

/** Begins every price whose moment has come; answers how many. Safe in several processes. */
export async function beginDuePrices(now: Date): Promise<number> {
  let begun = 0;
  for (;;) {
    const some = await transact(beginPrices)(system, { limit: atOnce }, { now });
    begun += some;
    if (some < atOnce) return begun;
  }
}
