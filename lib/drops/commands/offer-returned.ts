import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';

import { offerWaiting } from '../sql';

/** Passes so many units that came back on to those who wait for them; each is told of their offer. The caller holds the stock row. */
export async function offerReturned(
  ctx: Ctx<Raw>,
  { dropId, allotmentId, units }: { dropId: string; allotmentId: string; units: number },
): Promise<void> {
  for (const claimId of await offerWaiting(ctx.db, allotmentId, units, ctx.now))
    await ctx.emit('unit.offered', { claimId, dropId });
}
