import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';

import { offerWaiting } from '../sql';

/** Offers so many returned units to the waitlist, each with a notice. The caller holds the lock of the stock row. */
export async function offerReturned(
  ctx: Ctx<Raw>,
  { dropId, allotmentId, units }: { dropId: string; allotmentId: string; units: number },
): Promise<void> {
  for (const claimId of await offerWaiting(ctx.db, allotmentId, units, ctx.now))
    await ctx.emit('unit.offered', { claimId, dropId });
}
