import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';

import { holdRepair, moveRepair } from './move-repair';

/** The owner keeps their unit after all, before it is sent. The caller has asked whose repair it is. */
export async function cancelRepair(ctx: Ctx, { repairId }: { repairId: string }): Promise<void> {
  await moveRepair(ctx, await holdRepair(ctx, repairId, 'CANCELLED'), { state: 'CANCELLED' });
}

export type Answered = { repairId: string; version: number; answer: 'ACCEPTED' | 'DECLINED' };

/**
 * The owner agrees to the version of the quote that they read, or does not. The caller has asked whose repair it is. Refuses with `repair-quote-old` a
 * version that another took the place of, and with `repair-moved`.
 */
export async function answerQuote(ctx: Ctx, { repairId, version, answer }: Answered): Promise<void> {
  const repair = await holdRepair(ctx, repairId, answer);
  const quote = found(
    await ctx.db.repairQuote.findFirst({
      where: { repairId },
      orderBy: { version: 'desc' },
      select: { id: true, version: true, state: true },
    }),
    'quote',
  );
  if (quote.version !== version) throw new Refused('repair-quote-old', 'another version is there');
  if (quote.state !== 'OPEN') throw new Refused('repair-moved', 'answered', { values: { state: repair.state } });
  const answered = { state: answer, answeredById: repair.memberId, answeredAt: ctx.now };
  await ctx.db.repairQuote.update({ where: { id: quote.id }, data: answered });
  await moveRepair(ctx, repair, { state: answer }, { version, byOwner: true });
}
