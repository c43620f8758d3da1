import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { after, minute } from '@/lib/core/time';

import { collectProducts } from '../commands';
import { listRepriced } from '../queries/collections';

/** How often prices are looked at that begin or end by themselves. */
export const everyMs = minute;

/** Brings collections by price up to date for products whose price began or ended lately; the last run may have been missed. Answers how many products. */
export async function collectRepriced(now: Date): Promise<number> {
  const ids = await listRepriced(reading(system, now), { from: after(now, -15 * everyMs), to: now });
  if (ids.length > 0) await transact(collectProducts)(system, { productIds: ids }, { now });
  return ids.length;
}
