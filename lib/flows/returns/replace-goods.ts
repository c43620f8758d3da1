import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { readLeft, writeReplacement } from '@/lib/orders/commands';
import type { WrittenReplacement } from '@/lib/orders/commands/write-replacement';
import type { HeldReturn } from '@/lib/returns/commands/move-return';
import { holdStock } from '@/lib/stock/commands';

type Replaced = {
  lineId: string;
  replaced: number;
  replacedMinor: number;
  /** Whether the money of so many of its pieces went back that fewer are left than are replaced. */
  isOver: boolean;
};

/**
 * Orders others in place of what came back, at no charge, and holds their stock; null where nothing is replaced. Refuses with `return-replace` where the
 * money of these pieces went back or is on its way, or the whole order's did, and with `return-no-stock` where too few are in stock.
 */
export async function replaceGoods(
  ctx: Ctx,
  held: HeldReturn,
  { lines, isKept, refundMinor }: { lines: readonly Replaced[]; isKept: boolean; refundMinor: number },
): Promise<WrittenReplacement | null> {
  const wanted = lines.filter(({ replaced }) => replaced > 0);
  if (wanted.length === 0) return null;
  const worthMinor = wanted.reduce((sum, { replacedMinor }) => sum + replacedMinor, 0);
  const { left, isGivenUp } = await readLeft(ctx, { number: held.order.number });
  const isPaidBack = !isKept || isGivenUp || wanted.some(({ isOver }) => isOver);
  if (isPaidBack || worthMinor + refundMinor > left) throw new Refused('return-replace', 'its money went back');
  const written = await writeReplacement(ctx, {
    ...{ orderId: held.orderId, of: held.id, worthMinor },
    lines: wanted.map(({ lineId, replaced }) => ({ lineId, units: replaced })),
  });
  const { orderId, lines: toHold, heldUntil } = written;
  await holdStock(ctx, { orderId, lines: toHold, until: heldUntil }).catch((error: unknown) => {
    if (error instanceof Refused && error.code === 'out-of-stock')
      throw new Refused('return-no-stock', 'too few are open', { values: error.detail.values });
    throw error;
  });
  return written;
}
