import type { Ctx } from '@/lib/core/context';
import { releaseClaim } from '@/lib/drops/commands/release-claim';
import type { FinishedRefund } from '@/lib/orders/commands/finish-refund';
import { releaseHeld } from '@/lib/stock/commands';
import { endOwnership } from '@/lib/ownership/commands';
import { listOwnedUnits } from '@/lib/ownership/queries/owned';
import { freeUnits, holdUnits } from '@/lib/units/commands';

/** Ends what an order gave its buyer once its money went back, in the same commit: the unit is owned no more, and one that was never sent goes back to the drop, or to what is open in the shop. */
export async function undoRefunded(ctx: Ctx, refunded: FinishedRefund | null): Promise<void> {
  if (!refunded) return;
  const { orderId, claimId, returnsUnit } = refunded;
  // The units first, as by who notes what happened to one: so that the two never wait for each other crosswise. Then what is owned is read again: a
  // unit that was passed on while this waited is its new owner's, and stays so.
  await holdUnits(ctx, { orderId, owned: await listOwnedUnits(ctx, { orderId }) });
  await freeUnits(ctx, { orderId, owned: await listOwnedUnits(ctx, { orderId }) });
  await endOwnership(ctx, { orderId });
  if (!returnsUnit) return;
  if (claimId) await releaseClaim(ctx, { claimId, cause: 'REFUNDED' });
  else await releaseHeld(ctx, { orderId });
}
