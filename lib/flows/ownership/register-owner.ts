import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { localizedName } from '@/lib/core/locale';
import { takeTurns } from '@/lib/core/take-turns';
import { notify } from '@/lib/notifications/commands';
import { listDelivered } from '@/lib/orders/delivered';
import { registerOwner } from '@/lib/ownership/commands';
import { ownershipNotices } from '@/lib/ownership/notices';
import { getOwnershipForNotice } from '@/lib/ownership/queries/owned';
import { ownUnits } from '@/lib/units/commands';

/** After a delivery: the buyer is registered as owner of what it brought. */
export async function registerBuyer(ctx: Ctx, { payload }: RecordedEvent<'order.delivered'>): Promise<void> {
  await registerOwners(ctx, payload);
}

/** Makes the buyer of an order the owner of each unit that its parcels, or the one that is named, have brought, once; answers the ownerships. */
export async function registerOwners(
  ctx: Ctx,
  { orderId, shipmentId }: { orderId: string; shipmentId?: string },
): Promise<string[]> {
  // Of two that register one order at once the second finds what the first has made.
  await takeTurns(ctx.db, `ownership:order:${orderId}`);
  const made: string[] = [];
  for (const { memberId, ...line } of await listDelivered(ctx, { orderId })) {
    if (shipmentId !== undefined && line.shipmentId !== shipmentId) continue;
    const unitIds = await ownUnits(ctx, { orderId, memberId, line });
    const { variantId, productId } = line;
    made.push(...(await registerOwner(ctx, { unitIds, orderId, memberId, variantId, productId })));
  }
  return made;
}

/** Welcomes a new owner with their serials, once for all pieces of a variant. */
export async function welcomeOwner(ctx: Ctx, event: RecordedEvent<'owner.registered'>): Promise<void> {
  const owned = await getOwnershipForNotice(ctx, event.payload);
  if (!owned) return;
  const { memberId, serials, product, member } = owned;
  const data = { product: localizedName(product), serial: serials.join(', ') };
  await notify(ctx, ownershipNotices['owner.registered'], event, [{ memberId, data }]);
  ctx.touch(`product:${product.handle}`, `member:${member.handle}`);
}
