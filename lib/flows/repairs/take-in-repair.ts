import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { getOwner } from '@/lib/ownership/queries/owned';
import { takeIn } from '@/lib/repairs/commands';
import type { TakeIn } from '@/lib/repairs/schema';
import { openPlace } from '@/lib/stock/commands/open-place';
import { lockUnit, putInHand, writeEvent } from '@/lib/units/commands/write-event';

/**
 * Notes that the workshop has a unit: its owner owns it still, and the place that is named has it in hand. Refuses what `takeIn` refuses, with
 * `repair-other-owner` a unit that is another's by now, and with `unit-state` what cannot be repaired.
 */
export function takeInRepair(actor: Actor, input: TakeIn, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { locationId } = input;
      const { unitId, memberId, number, state } = await takeIn(ctx, input);
      if (locationId) await openPlace(ctx, locationId);
      const unit = await lockUnit(ctx, unitId);
      if (state !== 'RECEIVED') {
        if ((await getOwner(ctx, { unitId })) !== memberId) throw new Refused('repair-other-owner', 'another has it');
        await writeEvent(ctx, unit, { kind: 'IN_REPAIR', note: number });
      }
      // Said again without a place, it stays where it is.
      if (locationId || state !== 'RECEIVED') await putInHand(ctx, unitId, locationId ? { locationId } : null);
    },
    options,
  );
}
