import type { Ctx } from '@/lib/core/context';
import { releaseClaim } from '@/lib/drops/commands/release-claim';
import { lockClaim } from '@/lib/drops/sql';
import { cancelUnpaid } from '@/lib/orders/commands';
import { getBindings } from '@/lib/orders/queries';
import { lockLiveOrder } from '@/lib/orders/sql';

export type Freeing = { claimId: string; cause: 'EXPIRED' | 'GIVEN_BACK' };

const notes = { EXPIRED: 'hold-ended', GIVEN_BACK: 'given-back' } as const;

/** Frees a held unit and takes its unpaid order back; false while money may still come for it, and when it is held no more. */
export async function freeUnit(ctx: Ctx, { claimId, cause }: Freeing): Promise<boolean> {
  const order = await lockLiveOrder(ctx.db, claimId);
  // From here on nobody begins an order of this unit, or another payment for it.
  await lockClaim(ctx.db, claimId);
  // Read again under the locks: money or another order may have come in between.
  const { state, heldUntil, orders } = await getBindings(ctx, { claimId });
  const bound = orders.some(({ id, payments }) => id !== order?.id || payments.length > 0);
  if (bound || state !== 'HELD' || (cause === 'EXPIRED' && heldUntil > ctx.now)) return false;
  if (order && !(await cancelUnpaid(ctx, order, notes[cause]))) return false;
  return releaseClaim(ctx, { claimId, cause });
}
