import type { Reading } from '@/lib/core/context';
import { getReturnable } from '@/lib/orders/returnable';
import { valueOfPieces } from '@/lib/returns/choices/value';
import { countRefunded } from '@/lib/returns/queries';
import type { ReturnOutcome } from '@/lib/returns/schema';

type Line = { lineId: string; counted: number | null };
type Asked = {
  orderId: string;
  lines: readonly Line[];
  /** What becomes of each line; its money goes back where nothing is said. */
  outcomes?: ReadonlyMap<string, ReturnOutcome>;
};

/**
 * What the counted pieces of each line are worth, by what was paid for them and what was given back for before; nothing where they go back to their
 * buyer, or the order's money went back already. With the order, and whether all of it has come back by withdrawals, if these lines come by one.
 */
export async function valueLines(read: Pick<Reading, 'db'>, { orderId, lines, outcomes }: Asked) {
  const order = await getReturnable(read, { orderId });
  const { counts, onlyWithdrawals } = await countRefunded(read, { orderId });
  const valued = lines.map(({ lineId, counted }) => {
    const outcome = outcomes?.get(lineId) ?? ('REFUND' as const);
    const refunded = outcome === 'REFUND' ? (counted ?? 0) : 0;
    const replaced = outcome === 'REPLACE' ? (counted ?? 0) : 0;
    const { grossMinor, quantity, protections } = order.lines.find(({ id }) => id === lineId)!;
    const before = counts.get(lineId) ?? 0;
    const paid = { grossMinor, quantity, protections, before };
    return {
      lineId,
      outcome,
      ...{ refunded, replaced },
      valueMinor: order.isKept ? valueOfPieces({ ...paid, counted: refunded }) : 0,
      replacedMinor: valueOfPieces({ ...paid, counted: replaced }),
      isOver: before + replaced > quantity,
    };
  });
  const backOf = (lineId: string) =>
    valued.reduce((sum, line) => (line.lineId === lineId ? sum + line.refunded : sum), counts.get(lineId) ?? 0);
  return {
    order,
    lines: valued,
    worth: valued.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
    allBack: order.isKept && onlyWithdrawals && order.lines.every(({ id, quantity }) => backOf(id) >= quantity),
  };
}
