import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { closeRepair } from '@/lib/repairs/commands';
import { listToClose } from '@/lib/repairs/queries/to-close';

import { backInHand } from './back-in-hand';

/** Ends repairs that were handed over two weeks ago and of which nobody said so: their units are taken to be with their owners. Answers how many. */
export async function closeOldRepairs(now: Date): Promise<number> {
  const due = await listToClose(reading(system, now), { limit: 100 });
  let closed = 0;
  for (const repairId of due)
    try {
      await inTransaction(system, async (ctx) => backInHand(ctx, await closeRepair(ctx, { repairId })), { now });
      closed += 1;
    } catch (error) {
      // Its owner was quicker.
      if (!(error instanceof Refused)) throw error;
    }
  return closed;
}
