import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { listExpiredClaims } from '@/lib/drops/queries/get-claim-for-checkout';
import { listOpenPayments } from '@/lib/orders/payment-queries';

import { closePayment } from '../orders/ask-gateway';
import { freeUnit } from './free-unit';

/** Gives back the units whose hold has run out unpaid. Safe in several processes and to be killed anywhere. */
export async function expireHolds(now: Date): Promise<number> {
  const claims = await listExpiredClaims(reading(system, now), { limit: 200 });
  let freed = 0;
  for (const claimId of claims) {
    const done = await expireHold(claimId, now).catch(
      (error: unknown) => void log.error({ err: error, claimId }, 'hold not ended'),
    );
    if (done) freed += 1;
  }
  return freed;
}

/** Ends one hold: first the gateway closes the payment page, and only when it says so the unit is freed. */
export async function expireHold(claimId: string, now: Date): Promise<boolean> {
  for (const { id } of await listOpenPayments(reading(system, now), { claimId })) await closePayment(id, { now });
  return inTransaction(system, (ctx) => freeUnit(ctx, { claimId, cause: 'EXPIRED' }), { now });
}
