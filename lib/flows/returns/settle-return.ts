import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { mostMinor, plainAmount, readAmount } from '@/lib/core/money';
import { requestRefund } from '@/lib/orders/commands';
import { lockOrder } from '@/lib/orders/sql';
import { refundOf } from '@/lib/returns/choices/value';
import { openPage } from '@/lib/flows/orders/open-page';
import { closeReturn } from '@/lib/returns/commands';
import { holdReturn, type HeldReturn } from '@/lib/returns/commands/move-return';
import { canSettleReturns } from '@/lib/returns/policy';
import type { SettleReturn } from '@/lib/returns/schema';

import { loseMissing } from './lose-missing';
import { replaceGoods } from './replace-goods';
import { sendGoodsBack } from './send-goods-back';
import { valueLines } from './value-lines';

/**
 * Ends a return that was counted, or a request for what was missing, which is sent: the value of what came back goes back, less what is taken off, others are sent in their place, or the goods go back to their buyer. Where all of
 * an order comes back by withdrawals, its shipping does too. Refuses with `return-moved`, `return-amount`, `return-deduct` (most) and `return-why` what
 * is taken off, and what `requestRefund` and `replaceGoods` refuse.
 */
export async function settleReturn(actor: Actor, input: SettleReturn, options: Options = {}): Promise<void> {
  const replacement = await inTransaction(
    actor,
    async (ctx) => {
      allow(canSettleReturns(ctx.actor));
      const held = await holdReturn(ctx, input.returnId, 'CLOSED');
      // Of two returns of an order that are settled at once the second sees what the first gave back.
      await lockOrder(ctx.db, held.order.number);
      const { lines, worth, order, ...valued } = await valueLines(ctx, { ...held, ...asMissing(held, input) });
      const { number, currency, shippingMinor } = order;
      const allBack = held.wish === 'WITHDRAWAL' && valued.allBack;
      const deductMinor = readDeduct(input, currency, worth + (allBack ? shippingMinor : 0));
      const values = lines.map(({ valueMinor }) => valueMinor);
      const refundMinor = refundOf({ values, shippingMinor, allBack, deductMinor });
      const amount = plainAmount(refundMinor, currency);
      const reason = `Return ${held.number}`;
      await sendGoodsBack(ctx, held, lines);
      if (held.wish === 'MISSING') await loseMissing(ctx, held);
      const replacement = await replaceGoods(ctx, held, { lines, refundMinor, isKept: order.isKept });
      const refundId = refundMinor > 0 ? await requestRefund(ctx, { number, reason, amount }) : null;
      const { deductReason } = input;
      const replacementId = replacement?.orderId ?? null;
      await closeReturn(ctx, {
        held,
        currency,
        lines,
        deductMinor,
        deductReason,
        refundMinor,
        refundId,
        replacementId,
      });
      return replacement;
    },
    options,
  );
  // It costs nothing and is paid at once; where this process ends before, it is when its time is over.
  if (replacement) await openPage(replacement.paymentId, options);
}

// Nothing came of what was missing: all that was announced is sent.
function asMissing({ wish, lines }: HeldReturn, { outcomes }: SettleReturn) {
  if (wish !== 'MISSING') return { outcomes };
  return {
    lines: lines.map((line) => ({ ...line, counted: line.announced })),
    outcomes: new Map(lines.map(({ lineId }) => [lineId, 'REPLACE' as const])),
  };
}

function readDeduct({ deduct, deductReason }: SettleReturn, currency: string, worth: number): number {
  if (deduct === undefined) return 0;
  const minor = readAmount(deduct, currency, mostMinor);
  if (minor === null) throw new Refused('return-amount', 'no amount', { field: 'deduct' });
  if (minor > worth)
    throw new Refused('return-deduct', 'more than it is worth', {
      field: 'deduct',
      values: { most: plainAmount(worth, currency) },
    });
  if (minor > 0 && deductReason === '') throw new Refused('return-why', 'why is not said', { field: 'deductReason' });
  return minor;
}
