import type { Ctx } from '@/lib/core/context';
import { getOwner } from '@/lib/ownership/queries/owned';
import type { HeldRepair } from '@/lib/repairs/commands/move-repair';
import { lockUnit, putInHand } from '@/lib/units/commands/write-event';
import { isHeldByNobody } from '@/lib/units/queries/in-hand';

/** A unit that was sent back after its repair is in its owner's hand again, where nobody else's is known. */
export async function backInHand(ctx: Ctx, { unitId, handedBy }: HeldRepair): Promise<void> {
  if (handedBy !== 'SHIPPED') return;
  const unit = await lockUnit(ctx, unitId);
  const owner = await getOwner(ctx, { unitId });
  if (owner && (unit.state === 'OWNED' || unit.state === 'TRANSFERRED') && (await isHeldByNobody(ctx, { unitId })))
    await putInHand(ctx, unitId, { memberId: owner });
}
