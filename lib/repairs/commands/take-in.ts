import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canHandleRepairs } from '../policy';
import type { TakeIn } from '../schema';
import { holdRepair, moveRepair, type HeldRepair } from './move-repair';

/**
 * Notes that the workshop has a unit, how it came, and whether its account lock is off and its owner's data are gone; said again, it is corrected.
 * Answers the repair as it was before. Refuses with `repair-moved`.
 */
export async function takeIn(ctx: Ctx, { repairId, condition, lockOff, wiped }: TakeIn): Promise<HeldRepair> {
  allow(canHandleRepairs(ctx.actor));
  const repair = await holdRepair(ctx, repairId, 'RECEIVED');
  const isFirst = repair.state !== 'RECEIVED';
  const [wasLocked, locked] = [isLocked(repair), isLocked({ lockOff, wiped })];
  const became = { state: 'RECEIVED', condition, lockOff, wiped, ...(isFirst && { receivedAt: ctx.now }) } as const;
  // A correction that says nothing new to its owner sends them nothing.
  await moveRepair(ctx, repair, became, isFirst || locked !== wasLocked ? { locked } : null);
  const detail = { number: repair.number, state: 'RECEIVED' };
  await audit(ctx, { act: 'repair.move', subject: ['repair', repairId], detail });
  return repair;
}

const isLocked = ({ lockOff, wiped }: { lockOff: boolean; wiped: boolean }): boolean => !lockOff || !wiped;
