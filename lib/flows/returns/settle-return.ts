import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { plainAmount, readAmount } from '@/lib/core/money';
import { requestRefund } from '@/lib/orders/commands';
import { getReturnable } from '@/lib/orders/returnable';
import { refundOf, valueOfPieces } from '@/lib/returns/choices/value';
import { closeReturn } from '@/lib/returns/commands';
import { holdReturn, type HeldReturn } from '@/lib/returns/commands/move-return';
import { canSettleReturns } from '@/lib/returns/policy';
import { countRefunded } from '@/lib/returns/queries';
import type { SettleReturn } from '@/lib/returns/schema';

/**
 * Ends a return that was counted: the value of what came back goes back, less what is taken off, or the goods go back to their buyer. Where all of
 * an order comes back by withdrawals, its shipping does too. Refuses with `return-moved`, `return-amount`, `return-deduct` (most) and `return-why` what
 * is taken off, and what `requestRefund` refuses.
 */
export function settleReturn(actor: Actor, input: SettleReturn, options: Options = {}): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canSettleReturns(ctx.actor));
      const held = await holdReturn(ctx, input.returnId, 'CLOSED');
      const { lines, number, currency, worth, allBack, shippingMinor } = await valueOf(ctx, held, input);
      const deductMinor = readDeduct(input, currency, worth + (allBack ? shippingMinor : 0));
      const values = lines.map(({ valueMinor }) => valueMinor);
      const refundMinor = refundOf({ values, shippingMinor, allBack, deductMinor });
      const amount = plainAmount(refundMinor, currency);
      const reason = `Return ${held.number}`;
      const refundId = refundMinor > 0 ? await requestRefund(ctx, { number, reason, amount }) : null;
      const { deductReason } = input;
      await closeReturn(ctx, { held, currency, lines, deductMinor, deductReason, refundMinor, refundId });
    },
    options,
  );
}

async function valueOf(ctx: Ctx, held: HeldReturn, { outcomes }: SettleReturn) {
  const order = await getReturnable(ctx, { orderId: held.orderId });
  const { counts, onlyWithdrawals } = await countRefunded(ctx, { orderId: held.orderId });
  const lines = held.lines.map(({ lineId, counted }) => {
    const outcome = outcomes.get(lineId) ?? ('REFUND' as const);
    const { grossMinor, quantity } = order.lines.find(({ id }) => id === lineId)!;
    const before = counts.get(lineId) ?? 0;
    const valueMinor =
      outcome === 'REFUND' ? valueOfPieces({ grossMinor, quantity, before, counted: counted ?? 0 }) : 0;
    return { lineId, outcome, valueMinor, counted: counted ?? 0 };
  });
  const backOf = (lineId: string) =>
    lines.reduce(
      (sum, line) => (line.lineId === lineId && line.outcome === 'REFUND' ? sum + line.counted : sum),
      counts.get(lineId) ?? 0,
    );
  const { number, currency, shippingMinor } = order;
  return {
    ...{ lines, number, currency, shippingMinor },
    worth: lines.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
    allBack:
      held.wish === 'WITHDRAWAL' && onlyWithdrawals && order.lines.every(({ id, quantity }) => backOf(id) >= quantity),
  };
}

function readDeduct({ deduct, deductReason }: SettleReturn, currency: string, worth: number): number {
  if (deduct === undefined) return 0;
  const minor = readAmount(deduct, currency);
  if (minor === null || minor === undefined) throw new Refused('return-amount', 'no amount', { field: 'deduct' });
  if (minor > worth)
    throw new Refused('return-deduct', 'more than it is worth', {
      field: 'deduct',
      values: { most: plainAmount(worth, currency) },
    });
  if (minor > 0 && deductReason === '') throw new Refused('return-why', 'why is not said', { field: 'deductReason' });
  return minor;
}
