import type { Ctx } from '@/lib/core/context';

import { offerWaiting } from '../sql';

/** Passes units that came back on to those who wait for them; each is told of their offer. */
export async function offerReturned(ctx: Ctx, dropId: string, allotmentId: string): Promise<void> {
  for (const claimId of await offerWaiting(ctx.db, allotmentId, ctx.now)) await ctx.emit('unit.offered', { claimId, dropId });
}
