import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';

import type { ReturnOutcome } from '../schema';
import { moveReturn, type HeldReturn } from './move-return';

export type CloseReturn = {
  held: HeldReturn;
  currency: string;
  lines: readonly { lineId: string; outcome: ReturnOutcome; valueMinor: number }[];
  deductMinor: number;
  deductReason: string;
  refundMinor: number;
  refundId: string | null;
  replacementId: string | null;
};

/** Ends a return that the caller holds and may settle, with what became of each line and what goes back for it. */
export async function closeReturn(ctx: Ctx, { held, lines, currency, ...amounts }: CloseReturn): Promise<void> {
  for (const { lineId, outcome, valueMinor } of lines)
    await ctx.db.returnLine.updateMany({ where: { returnId: held.id, lineId }, data: { outcome, valueMinor } });
  await moveReturn(ctx, held, { state: 'CLOSED', ...amounts });
  const detail = { number: held.number, refundMinor: amounts.refundMinor, currency };
  await audit(ctx, { act: 'return.close', subject: ['return', held.id], detail });
  await ctx.emit('return.closed', { returnId: held.id });
}
