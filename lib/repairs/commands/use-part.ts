import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canHandleRepairs, takesParts } from '../policy';
import type { UsePart } from '../schema';
import { lockRepair } from '../sql';

/**
 * Notes that goods of a variant were fitted; answers which variant, and false where the same form was sent before. Taking them out of stock is the
 * caller's. Refuses with `repair-part` a code that no variant has, with `repair-part-sent` a form that was sent before and says something else now, and with
 * `repair-moved` where what it costs is not agreed.
 */
export async function usePart(
  ctx: Ctx,
  { repairId, once, sku, quantity, locationId }: UsePart,
): Promise<{ variantId: string; number: string; isNew: boolean }> {
  allow(canHandleRepairs(ctx.actor));
  found(await lockRepair(ctx.db, repairId), 'repair');
  const { state, number } = await ctx.db.repair.findUniqueOrThrow({
    where: { id: repairId },
    select: { state: true, number: true },
  });
  if (!takesParts(state)) throw new Refused('repair-moved', 'not now', { values: { state } });
  const [variant] = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT v."id"::text FROM catalog.variant v WHERE v."sku" = ${sku}`;
  if (!variant) throw new Refused('repair-part', 'no such variant', { field: 'sku' });
  const variantId = variant.id;
  const by = { byId: memberId(ctx.actor), at: ctx.now };
  const fitted = { id: once, repairId, variantId, quantity, locationId: locationId ?? null };
  const made = await ctx.db.repairPart.createMany({ data: { ...fitted, ...by }, skipDuplicates: true });
  if (made.count === 0) {
    if ((await ctx.db.repairPart.count({ where: fitted })) === 0)
      throw new Refused('repair-part-sent', 'it was sent before with something else');
    return { variantId, number, isNew: false };
  }
  await audit(ctx, { act: 'repair.part', subject: ['repair', repairId], detail: { number, sku, quantity } });
  return { variantId, number, isNew: true };
}
