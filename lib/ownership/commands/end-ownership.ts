import type { Ctx } from '@/lib/core/context';

import { ownedNow } from '../published';

/** Ends the ownership of what an order bought: its money went back. */
export async function endOwnership(ctx: Ctx, { orderId }: { orderId: string }): Promise<void> {
  await ctx.db.ownership.updateMany({ where: { orderId, ...ownedNow }, data: { endedAt: ctx.now } });
}
