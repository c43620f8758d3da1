import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { workOnRepair } from '@/lib/repairs/commands';
import { usePart } from '@/lib/repairs/commands/use-part';
import type { UsePart, WorkOnRepair } from '@/lib/repairs/schema';
import { fitPart } from '@/lib/stock/commands';
import { lockUnit, writeEvent } from '@/lib/units/commands/write-event';

/** Notes the next step of the work; what is ready is repaired in the history of its unit. Refuses what `workOnRepair` refuses. */
export function doRepair(actor: Actor, input: WorkOnRepair, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { unitId, number } = await workOnRepair(ctx, input);
      if (input.to !== 'READY') return;
      const unit = await lockUnit(ctx, unitId);
      // One that was recalled while the workshop had it is recalled no more.
      if (unit.state === 'IN_REPAIR' || unit.state === 'RECALLED')
        await writeEvent(ctx, unit, { kind: 'REPAIRED', note: number });
    },
    options,
  );
}

/** Notes a part that was fitted, and takes it out of stock where a place is named. Refuses what `usePart` refuses, and with `out-of-stock`. */
export function fitRepairPart(actor: Actor, input: UsePart, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { variantId, number, isNew } = await usePart(ctx, input);
      const { locationId, quantity: units, once } = input;
      if (isNew && locationId)
        await fitPart(ctx, { variantId, locationId, units, key: `repair:${once}`, note: number });
    },
    options,
  );
}
