import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRunDrops } from '../policy';
import type { Postponement } from '../schema';
import { isUsableCode } from '../scopes';
import { lockWave, notifyDropChange, type LockedWave } from '../sql';
import { checkNeighbours, checkTimes } from './offer-units';
import { touchWave } from './touch-wave';

/**
 * Moves the opening and the close of an announced wave that has not opened to later moments, with a reason that fans read. Its units, its
 * rule and its seed stay, and F-codes that could have been used in it stay good until it closes.
 */
export async function postponeWave(
  ctx: Ctx,
  { dropId, waveId, opensAt, closesAt, reason }: Postponement,
): Promise<void> {
  allow(canRunDrops(ctx.actor));
  const wave = found(await lockWave(ctx.db, { dropId, waveId }), 'wave');
  await checkMove(ctx, wave, { opensAt, closesAt });
  await ctx.db.wave.update({
    where: { id: waveId },
    data: { opensAt, closesAt, movedFrom: wave.movedFrom ?? wave.opensAt, moveReason: reason },
  });
  await ctx.db.$executeRaw`
    UPDATE "FCode" SET "expiresAt" = ${closesAt}::timestamptz
    WHERE "dropId" = ${dropId}::uuid AND ${isUsableCode(ctx.now)} AND "expiresAt" > ${wave.opensAt}::timestamptz AND "expiresAt" < ${closesAt}::timestamptz`;
  const [from, to] = [wave.opensAt.toISOString(), opensAt.toISOString()];
  const detail = {
    wave: wave.number,
    from,
    to,
    closedAt: wave.closesAt.toISOString(),
    closesAt: closesAt.toISOString(),
  };
  await audit(ctx, { act: 'wave.postpone', subject: ['drop', dropId], reason, detail });
  await ctx.emit('wave.postponed', { waveId, dropId, from, to });
  await notifyDropChange(ctx.db, dropId);
  touchWave(ctx, wave);
}

async function checkMove(
  ctx: Ctx,
  wave: LockedWave,
  { opensAt, closesAt }: Pick<Postponement, 'opensAt' | 'closesAt'>,
) {
  if (wave.cancelledAt) throw new Refused('drop-cancelled', 'The drop was cancelled');
  if (!wave.announcedAt) throw new Refused('plan-not-announced', 'A plan is edited');
  // Who waited for the stock since before the opening finds what was claimed or entered in between.
  if (ctx.now >= wave.opensAt || (await hasBegun(ctx, wave.id)))
    throw new Refused('wave-opened', 'The wave has opened');
  if (opensAt <= wave.opensAt) throw new Refused('opens-earlier', 'It can only open later', { field: 'opensAt' });
  checkTimes(ctx, { opensAt, closesAt, units: {} }, wave.fairSeconds);
  checkNeighbours({ closesAt }, { next: wave.nextOpensAt });
}

async function hasBegun({ db }: Ctx, waveId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ begun: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Entry" WHERE "waveId" = ${waveId}::uuid)
      OR EXISTS (SELECT 1 FROM "UnitMovement" m JOIN "Allotment" a ON a."id" = m."allotmentId"
        WHERE a."waveId" = ${waveId}::uuid AND m."kind" = 'CLAIMED') AS begun`;
  return row!.begun;
}
