import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { listDelivered, type DeliveredLine } from '@/lib/orders/delivered';
import { endOwnership, registerOwner } from '@/lib/ownership/commands';
import { getOwner } from '@/lib/ownership/queries/owned';
import { noteUnit } from '@/lib/units/commands';
import { lockUnit } from '@/lib/units/commands/write-event';
import { canEditUnits, endsOwnership } from '@/lib/units/policy';
import { getPackedFor } from '@/lib/units/queries/packed-for';
import type { NoteUnit } from '@/lib/units/schema';

/**
 * Notes what happened to a unit, and has its ownership follow: where it is the shop's again it ends; where it is back with its owner it goes on, or
 * begins, if its parcel was lost before it arrived. Refuses what `noteUnit` refuses.
 */
export function noteUnitEvent(actor: Actor, input: NoteUnit, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canEditUnits(ctx.actor));
      const { unitId, kind } = input;
      const back = kind === 'OWNED' ? await findOwner(ctx, unitId) : null;
      await noteUnit(ctx, { ...input, owner: back?.memberId });
      if (back?.line) await registerOwner(ctx, { unitIds: [unitId], memberId: back.memberId, ...back.line });
      if (endsOwnership(kind)) await endOwnership(ctx, { unitId });
    },
    options,
  );
}

type Owner = { memberId: string; line?: { orderId: string; variantId: string; productId: string } };

// Who owns it, or the buyer of the delivered order that it was packed for. The order is locked before the unit, as by deliveries and refunds.
async function findOwner(ctx: Ctx, unitId: string): Promise<Owner | null> {
  const packed = await getPackedFor(ctx, { unitId });
  const lines: DeliveredLine[] = packed ? await listDelivered(ctx, packed) : [];
  await lockUnit(ctx, unitId);
  const memberId = await getOwner(ctx, { unitId });
  if (memberId) return { memberId };
  const line = lines.find(({ lineId, shipmentId }) => lineId === packed?.lineId && shipmentId === packed.shipmentId);
  if (!packed || !line) return null;
  const { variantId, productId } = line;
  return { memberId: line.memberId, line: { orderId: packed.orderId, variantId, productId } };
}
