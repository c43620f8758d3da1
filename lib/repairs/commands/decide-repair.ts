import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canHandleRepairs } from '../policy';
import type { DecideRepair } from '../schema';
import { holdRepair, moveRepair } from './move-repair';

/** Lets a unit come to the workshop, or refuses it, also after it was let; its owner reads why. Refuses with `repair-moved`. */
export async function decideRepair(ctx: Ctx, { repairId, outcome, answer }: DecideRepair): Promise<void> {
  allow(canHandleRepairs(ctx.actor));
  const repair = await holdRepair(ctx, repairId, outcome);
  await moveRepair(ctx, repair, { state: outcome, answer });
  const detail = { number: repair.number, state: outcome };
  await audit(ctx, { act: 'repair.decide', subject: ['repair', repairId], reason: answer, detail });
}
