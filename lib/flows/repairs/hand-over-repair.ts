import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { marketZone, promisesOf } from '@/lib/core/market';
import type { UnitEventKind } from '@/lib/core/prisma-client/enums';
import { getMarket } from '@/lib/markets/queries';
import { getOwnerForRepair } from '@/lib/ownership/queries/for-repair';
import { getOwner } from '@/lib/ownership/queries/owned';
import { closeRepair, handOverRepair } from '@/lib/repairs/commands';
import { canHandleRepairs } from '@/lib/repairs/policy';
import type { CloseRepair, HandOver } from '@/lib/repairs/schema';
import { getRepairedUnit } from '@/lib/repairs/queries/staff';
import { lockUnit, putInHand, writeEvent } from '@/lib/units/commands/write-event';

import { backInHand } from './back-in-hand';

/**
 * Hands a unit over to its owner, or ends its repair without it where it is theirs no more: nobody's, or another's since it left the workshop unnoted. It is its
 * owner's in its history again; what is collected is in their hand, what is sent in nobody's until it is there. Refuses what `handOverRepair` refuses, with
 * `repair-other-owner` a unit that is not the owner's of the repair any more, with `repair-keeps` to keep what is, and with `unit-state` one that is lost.
 */
export function handOver(actor: Actor, input: HandOver, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canHandleRepairs(ctx.actor));
      const { how, repairId } = input;
      const warranty = await repairTerms(ctx, await getRepairedUnit(ctx, { repairId }));
      const { unitId, memberId, number } = await handOverRepair(ctx, { ...input, warranty });
      const unit = await lockUnit(ctx, unitId);
      const owner = await getOwner(ctx, { unitId });
      if (how === 'KEPT') {
        if (owner === memberId) throw new Refused('repair-keeps', 'they own it', { field: 'how' });
        return;
      }
      if (owner !== memberId) throw new Refused('repair-other-owner', 'it is not theirs', { field: 'how' });
      if (!staysSo(unit.state)) await writeEvent(ctx, unit, { kind: 'OWNED', note: number });
      await putInHand(ctx, unitId, how === 'COLLECTED' ? { memberId } : null);
    },
    options,
  );
}

/** Staff end a repair whose unit is back. */
export function closeRepairByStaff(actor: Actor, input: CloseRepair, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canHandleRepairs(ctx.actor));
      await backInHand(ctx, await closeRepair(ctx, input));
    },
    options,
  );
}

// What was noted of it meanwhile holds: with its owner already, or recalled and not repaired.
const staysSo = (state: UnitEventKind): boolean => ['OWNED', 'TRANSFERRED', 'RECALLED'].includes(state);

// By what the market of the order promised that brought it; where none did, by what the shop promises now.
async function repairTerms(ctx: Ctx, unitId: string | null) {
  const owned = unitId && (await getOwnerForRepair(ctx, { unitId }));
  const data = (owned && owned.order?.soldIn.data) ?? (await getMarket(ctx));
  const { repair: months } = promisesOf(data);
  return months === null ? null : { months, zone: marketZone(data) };
}
