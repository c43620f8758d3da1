import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { getReturnable } from '@/lib/orders/returnable';
import { endOwnership } from '@/lib/ownership/commands';
import { countReturn } from '@/lib/returns/commands';
import type { Counted } from '@/lib/returns/commands/count-return';
import type { CountReturn } from '@/lib/returns/schema';
import { restock } from '@/lib/stock/commands';
import { holdUnits, returnUnits } from '@/lib/units/commands';
import { listReturnable } from '@/lib/units/queries/of-order';

import { stockKey } from '@/lib/returns/stock-key';

/**
 * Counts what came back: its devices are nobody's any more, and what is as new lies open at the place that is named, all else as damaged; without a
 * place nothing goes into stock. Refuses what `countReturn` refuses, and with `return-units` where it is not said which devices came.
 */
export function countReturnedGoods(actor: Actor, input: CountReturn, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      const { held, lines } = await countReturn(ctx, input);
      await takeUnits(ctx, { orderId: held.orderId, lines, ...input });
      if (input.locationId)
        await takeIntoStock(ctx, { orderId: held.orderId, lines, returnId: held.id, locationId: input.locationId });
    },
    options,
  );
}

type Came = { orderId: string; lines: readonly Counted[] };

async function takeUnits(
  ctx: Ctx,
  { orderId, lines, unitIds, locationId }: Came & { unitIds: readonly string[]; locationId?: string },
): Promise<void> {
  // All at once and before they are read, as by who undoes an order whose money went back: so that the two never wait for each other crosswise.
  await holdUnits(ctx, { orderId, owned: [] });
  const packed = await listReturnable(ctx, { orderId });
  for (const { lineId, counted, grade } of lines) {
    const own = packed.filter((unit) => unit.lineId === lineId).map(({ unitId }) => unitId);
    const named = own.filter((unitId) => unitIds.includes(unitId));
    const came = counted >= own.length ? own : named;
    if (counted < own.length && named.length !== counted)
      throw new Refused('return-units', 'which of them came is not said', { field: `counted.${lineId}` });
    if (came.length === 0) continue;
    await returnUnits(ctx, { orderId, unitIds: came, ...(grade === 'AS_NEW' && { locationId }) });
    for (const unitId of came) await endOwnership(ctx, { unitId });
  }
}

async function takeIntoStock(
  ctx: Ctx,
  { orderId, lines, returnId, locationId }: Came & { returnId: string; locationId: string },
): Promise<void> {
  const order = await getReturnable(ctx, { orderId });
  const variantOf = new Map(order.lines.map(({ id, variantId }) => [id, variantId]));
  const goods = lines.map(({ lineId, counted, grade }) => ({
    ...{ variantId: variantOf.get(lineId)!, units: counted, damaged: grade !== 'AS_NEW' },
    key: stockKey(returnId, lineId),
  }));
  await restock(ctx, { orderId, locationId, goods });
}
