import type { Ctx } from '@/lib/core/context';

import { holdRepair, moveRepair, type HeldRepair } from './move-repair';

/** Ends a repair whose unit is back, said by its owner or by staff; answers it as it was before. The caller has asked who may. Refuses with `repair-moved`. */
export async function closeRepair(ctx: Ctx, { repairId }: { repairId: string }): Promise<HeldRepair> {
  const repair = await holdRepair(ctx, repairId, 'CLOSED');
  await moveRepair(ctx, repair, { state: 'CLOSED' });
  return repair;
}
