import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canHandleRepairs } from '../policy';
import type { Diagnose } from '../schema';
import { holdRepair, moveRepair } from './move-repair';

/** Notes what was found. Refuses with `repair-moved`, and with `repair-locked` while an account lock is on or its owner's data are there. */
export async function diagnoseRepair(ctx: Ctx, { repairId, diagnosis }: Diagnose): Promise<void> {
  allow(canHandleRepairs(ctx.actor));
  const repair = await holdRepair(ctx, repairId, 'DIAGNOSED');
  if (!repair.lockOff || !repair.wiped) throw new Refused('repair-locked', 'it is locked or not wiped');
  await moveRepair(ctx, repair, { state: 'DIAGNOSED', diagnosis });
  const detail = { number: repair.number, state: 'DIAGNOSED' };
  await audit(ctx, { act: 'repair.move', subject: ['repair', repairId], detail });
}
