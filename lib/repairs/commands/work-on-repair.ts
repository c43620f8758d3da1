import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canHandleRepairs } from '../policy';
import type { WorkOnRepair } from '../schema';
import { holdRepair, moveRepair, type HeldRepair } from './move-repair';

/** Notes the next step of the work; answers the repair as it was before. Refuses with `repair-moved`. */
export async function workOnRepair(ctx: Ctx, { repairId, to }: WorkOnRepair): Promise<HeldRepair> {
  allow(canHandleRepairs(ctx.actor));
  const repair = await holdRepair(ctx, repairId, to);
  await moveRepair(ctx, repair, { state: to });
  const detail = { number: repair.number, state: to };
  await audit(ctx, { act: 'repair.move', subject: ['repair', repairId], detail });
  return repair;
}
