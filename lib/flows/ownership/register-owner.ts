import type { Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { localizedName } from '@/lib/core/locale';
import { notify } from '@/lib/notifications/commands';
import { registerOwner } from '@/lib/ownership/commands';
import { ownershipNotices } from '@/lib/ownership/notices';
import { getOwnershipForNotice } from '@/lib/ownership/queries/owned';

/** After a delivery: the buyer is registered as owner. */
export async function registerBuyer(ctx: Ctx, { payload }: RecordedEvent<'order.delivered'>): Promise<void> {
  await registerOwner(ctx, payload);
}

/** Welcomes a new owner with their serial. */
export async function welcomeOwner(ctx: Ctx, event: RecordedEvent<'owner.registered'>): Promise<void> {
  const owned = await getOwnershipForNotice(ctx, event.payload);
  if (!owned) return;
  const { memberId, serial, product, member } = owned;
  const data = { product: localizedName(product), serial };
  await notify(ctx, ownershipNotices['owner.registered'], event, [{ memberId, data }]);
  ctx.touch(`product:${product.handle}`, `member:${member.handle}`);
}
