import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { getOwner } from '@/lib/ownership/queries/owned';
import { handleUnit, withdrawRecall } from '@/lib/recalls/commands';
import type { EndRecall, HandleUnit } from '@/lib/recalls/schema';
import { noteRemedied, releaseRecalled } from '@/lib/units/commands';

/**
 * Staff note what became of a unit of a recall. What was remedied is in its own history; where nobody owns it and it was mended, it may be sent again.
 * Refuses what `handleUnit` refuses.
 */
export function handleRecalledUnit(actor: Actor, input: HandleUnit, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { unitId, recall, isSafe } = await handleUnit(ctx, input);
      if (input.to !== 'REMEDIED') return;
      const mended = isSafe && (await getOwner(ctx, { unitId })) === null;
      await noteRemedied(ctx, { unitId, note: recall.title, mended });
    },
    options,
  );
}

/** Takes a recall back, and lets what it kept back be sent again. Refuses what `withdrawRecall` refuses. */
export function takeRecallBack(actor: Actor, input: EndRecall, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { unitIds } = await withdrawRecall(ctx, input);
      await releaseRecalled(ctx, { unitIds, note: input.reason });
    },
    options,
  );
}
