import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { getMarket } from '@/lib/markets/queries';
import { requireOwn } from '@/lib/orders/queries';
import { getOwnedUnit, getOwnerForRepair, type OwnedUnit } from '@/lib/ownership/queries/for-repair';
import { askRepair } from '@/lib/repairs/commands';
import type { AskedFor } from '@/lib/repairs/commands/ask-repair';
import { canHandleRepairs } from '@/lib/repairs/policy';
import type { AskRepair, OpenRepair } from '@/lib/repairs/schema';
import { canBring } from '@/lib/service/queries';
import { canMeet } from '@/lib/units/policy';
import { getRepairWarranty, getWarranty } from '@/lib/units/queries/get-warranty';

/**
 * Asks to have a unit repaired, for its owner, or by the key of the guest's order that brought it. Refuses with not-found a unit that is not theirs, with
 * `repair-not-now` one that is lost or with the workshop, with `repair-point` a service point that takes nothing in now, and what `askRepair` refuses.
 */
export function askForRepair(actor: Actor, input: AskRepair, options: Options = {}): Promise<{ number: string }> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { key, unitId, note, shipTo, pointId } = input;
      const orderId = key === undefined ? undefined : (await requireOwn(ctx, { key })).id;
      const owned = found(await getOwnedUnit(ctx, { unitId, orderId }), 'device');
      if (pointId && !(await canBring(ctx, { pointId })))
        throw new Refused('repair-point', 'it takes nothing in now', { field: 'pointId' });
      return askRepair(ctx, await askedFor(ctx, owned), { note, shipTo, pointId, byStaff: false });
    },
    options,
  );
}

/** Opens a repair for the owner of a unit, approved at once. Refuses with `repair-no-owner` a unit that nobody owns. */
export function openRepair(
  actor: Actor,
  { unitId, note }: OpenRepair,
  options: Options = {},
): Promise<{ number: string }> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canHandleRepairs(ctx.actor));
      const owned = await getOwnerForRepair(ctx, { unitId });
      if (!owned) throw new Refused('repair-no-owner', 'nobody owns it');
      return askRepair(ctx, await askedFor(ctx, owned), { note, byStaff: true });
    },
    options,
  );
}

async function askedFor(ctx: Ctx, { unitId, unit, memberId, orderId, order }: OwnedUnit): Promise<AskedFor> {
  if (!canMeet(unit.state, 'IN_REPAIR')) throw new Refused('repair-not-now', `It is ${unit.state}`);
  const warranties = [await getWarranty(ctx, { unitId }), await getRepairWarranty(ctx, { unitId })];
  const currency = order?.currency ?? (await getMarket(ctx)).currency;
  return {
    unitId,
    serial: unit.serial,
    memberId,
    orderId,
    inWarranty: warranties.some((each) => each?.holds),
    currency,
  };
}
