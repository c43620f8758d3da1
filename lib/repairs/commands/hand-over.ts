import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { agreedQuote } from '../choices/consent';
import { canHandleRepairs } from '../policy';
import type { HandOver } from '../schema';
import { holdRepair, moveRepair, type HeldRepair } from './move-repair';

/** `warranty` is what a repair that was done is guaranteed for; nothing where it was not done. */
export type HandingOver = HandOver & { warranty: { months: number; zone: string } | null };

/**
 * Hands a unit over: sent back, collected, or kept; answers the repair as it was before. Refuses with `repair-moved`, `repair-carrier` what is sent
 * without a carrier, and `repair-unpaid` a repair that costs something and whose payment is not noted.
 */
export async function handOverRepair(
  ctx: Ctx,
  { repairId, how, warranty, ...given }: HandingOver,
): Promise<HeldRepair> {
  allow(canHandleRepairs(ctx.actor));
  const repair = await holdRepair(ctx, repairId, 'HANDED_OVER');
  const { carrier, tracking, paidNote } = given;
  if (how === 'SHIPPED' && carrier === '') throw new Refused('repair-carrier', 'by whom', { field: 'carrier' });
  const isDone = repair.state === 'READY' && how !== 'KEPT';
  if (isDone && paidNote === '' && (await costs(ctx, repairId)))
    throw new Refused('repair-unpaid', 'it is not paid', { field: 'paidNote' });
  const sent = how === 'SHIPPED' ? { carrier, tracking } : {};
  const guaranteed = isDone && warranty ? { warrantyMonths: warranty.months, warrantyZone: warranty.zone } : {};
  await moveRepair(ctx, repair, {
    ...{ state: 'HANDED_OVER', handedBy: how, handedOverAt: ctx.now, paidNote, ...sent, ...guaranteed },
  });
  const detail = { number: repair.number, how };
  await audit(ctx, { act: 'repair.handOver', subject: ['repair', repairId], reason: paidNote, detail });
  return repair;
}

async function costs(ctx: Ctx, repairId: string): Promise<boolean> {
  const quotes = await ctx.db.repairQuote.findMany({
    where: { repairId },
    orderBy: { version: 'desc' },
    select: { amountMinor: true, state: true },
  });
  return (agreedQuote(quotes)?.amountMinor ?? 0) > 0;
}
