import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';

import { settleOne, type Arrival } from '../sql';

/** A held unit; `fresh` when this call took it, else it is the hold that the member had. */
export type HeldUnit = { fresh: boolean; claimId: string; variantId: string | null; heldUntil: Date };

/** Holds one unit of an allotment for a member, inside the caller's transaction; refuses with the outcome of the claim. */
export async function holdUnit(ctx: Ctx, allotmentId: string, arrival: Arrival): Promise<HeldUnit> {
  const { outcome, claimId, variantId, heldUntil } = found(await settleOne(ctx.db, allotmentId, arrival, ctx.now));
  if (outcome === 'owned') throw new Refused('already-owned-limit');
  if (!claimId || !heldUntil || outcome === 'hold-ended') throw new Refused(outcome);
  return { fresh: outcome === 'granted', claimId, variantId, heldUntil };
}
