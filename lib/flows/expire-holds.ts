import { system } from '@/lib/core/actor';
import { inTransaction, reading, type Ctx } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { releaseClaim } from '@/lib/drops/commands/release-claim';
import { listExpiredClaims } from '@/lib/drops/queries/get-claim-for-checkout';
import { cancelUnpaid } from '@/lib/orders/commands';
import { getBindings, listOpenPayments } from '@/lib/orders/queries';
import { lockLiveOrder } from '@/lib/orders/sql';

import { closePayment } from './ask-gateway';

/** Gives back the units whose hold has run out unpaid. Safe in several processes and to be killed anywhere. */
export async function expireHolds(now: Date): Promise<number> {
  const claims = await listExpiredClaims(reading(system, now), { limit: 200 });
  let freed = 0;
  for (const claimId of claims) {
    const done = await expireHold(claimId, now).catch((error: unknown) => void log.error({ err: error, claimId }, 'hold not ended'));
    if (done) freed += 1;
  }
  return freed;
}

/** Ends one hold: first the gateway closes the payment page, and only when it says so the unit is freed. */
export async function expireHold(claimId: string, now: Date): Promise<boolean> {
  for (const { id } of await listOpenPayments(reading(system, now), { claimId })) await closePayment(id, { now });
  return inTransaction(system, (ctx) => free(ctx, claimId), { now });
}

async function free(ctx: Ctx, claimId: string): Promise<boolean> {
  const order = await lockLiveOrder(ctx.db, claimId);
  // Read again under the lock: money or another order may have come in between.
  const { state, heldUntil, orders } = await getBindings(ctx, { claimId });
  const bound = orders.some(({ id, payments }) => id !== order?.id || payments.length > 0);
  if (bound || state !== 'HELD' || heldUntil > ctx.now) return false;
  if (order && !(await cancelUnpaid(ctx, order, 'hold-ended'))) return false;
  return releaseClaim(ctx, { claimId, cause: 'EXPIRED' });
}
