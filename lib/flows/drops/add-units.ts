import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { addUnits } from '@/lib/drops/commands';
import { takeForDrop } from '@/lib/flows/stock/supply-drop';

/** Puts more units on offer in a drop, out of stock where its variant is counted. */
export function offerMoreUnits(
  actor: Actor,
  input: Parameters<typeof addUnits>[1],
  options: Options = {},
): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      await addUnits(ctx, input);
      await takeForDrop(ctx, input);
    },
    options,
  );
}
