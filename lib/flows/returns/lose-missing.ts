import type { Ctx } from '@/lib/core/context';
import { endOwnership } from '@/lib/ownership/commands';
import type { HeldReturn } from '@/lib/returns/commands/move-return';
import { holdUnits, loseUnits } from '@/lib/units/commands';
import { listReturnable } from '@/lib/units/queries/of-order';

/**
 * The devices that were missing from a parcel are lost and nobody's, so that their buyer owns the one that is sent instead and not both. Which they are
 * is known where all of a line are missing; else those are taken that nobody scanned, and none where too few of them are there.
 */
export async function loseMissing(ctx: Ctx, { orderId, lines }: Pick<HeldReturn, 'orderId' | 'lines'>): Promise<void> {
  await holdUnits(ctx, { orderId, owned: [] });
  const packed = await listReturnable(ctx, { orderId });
  const missing = lines.flatMap(({ lineId, announced }) => {
    const own = packed.filter((unit) => unit.lineId === lineId);
    if (announced >= own.length) return own;
    const unscanned = own.filter(({ isScanned }) => !isScanned);
    return unscanned.length < announced ? [] : unscanned.slice(0, announced);
  });
  const unitIds = await loseUnits(ctx, { orderId, unitIds: missing.map(({ unitId }) => unitId) });
  for (const unitId of unitIds) await endOwnership(ctx, { unitId });
}
