import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { named } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { tell } from '@/lib/notifications/commands';
import { registerOwner } from '@/lib/ownership/commands';
import { getToldOwnership } from '@/lib/ownership/queries/owned';

/** After a delivery: the buyer is registered as owner. */
export async function registerBuyer(ctx: Ctx, { payload }: Happened<'order.delivered'>): Promise<void> {
  await registerOwner(ctx, payload);
}

/** Welcomes a new owner with their serial. */
export async function welcomeOwner(ctx: Ctx, { id: eventId, payload }: Happened<'owner.registered'>): Promise<void> {
  const owned = await getToldOwnership(ctx, payload);
  if (!owned) return;
  const { memberId, serial, product, member } = owned;
  await tell(ctx, {
    memberId,
    kind: 'owner.registered',
    data: { product: named(product), serial },
    path: paths.owned(),
    eventId,
  });
  ctx.touch(`product:${product.handle}`, `member:${member.handle}`);
}
