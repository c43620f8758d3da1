import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRunDrops, isUndecided } from '../policy';
import { lockWave, notifyDropChange, type LockedWave } from '../sql';
import { offerReturned } from './offer-returned';
import { touchWave } from './touch-wave';

/** Lets a paused wave go on, for as long as it had left; units that came back meanwhile go to those who wait for them. */
export async function resumeWave(
  ctx: Ctx,
  { dropId, waveId, reason }: { dropId: string; waveId: string; reason?: string },
): Promise<void> {
  allow(canRunDrops(ctx.actor));
  const wave = found(await lockWave(ctx.db, { dropId, waveId }), 'wave');
  if (!wave.pausedAt) return;
  if (wave.cancelledAt) throw new Refused('drop-cancelled', 'The drop was cancelled');
  if (ctx.now >= wave.closesAt) throw new Refused('wave-over', 'The wave ended while it was paused');
  const times = movedOn(wave, ctx.now);
  await ctx.db.wave.update({ where: { id: waveId }, data: { ...times, pausedAt: null } });
  const detail = {
    wave: wave.number,
    pausedAt: wave.pausedAt.toISOString(),
    opensAt: times.opensAt.toISOString(),
    closesAt: times.closesAt.toISOString(),
  };
  await audit(ctx, { act: 'wave.resume', subject: ['drop', dropId], reason, detail });
  for (const came of await cameBack(ctx, waveId, wave.pausedAt)) await offerReturned(ctx, { dropId, ...came });
  await notifyDropChange(ctx.db, dropId);
  touchWave(ctx, wave);
}

function cameBack({ db }: Ctx, waveId: string, since: Date): Promise<{ allotmentId: string; units: number }[]> {
  return db.$queryRaw<{ allotmentId: string; units: number }[]>`
    SELECT m."allotmentId", sum(m."delta")::int AS units FROM "UnitMovement" m JOIN "Allotment" a ON a."id" = m."allotmentId"
    WHERE a."waveId" = ${waveId}::uuid AND m."at" >= ${since}::timestamptz AND m."delta" > 0 GROUP BY 1 ORDER BY 1`;
}

/**
 * The times of a wave after a pause. Its close moves on by the pause, but never past the opening of the next wave. Where
 * a fair opening has not been decided, its opening moves on as well: what was left of the published seconds is left
 * again, an entry before the pause stays in time, and nothing is given a moment sooner than without the pause.
 */
export function movedOn(
  wave: Pick<LockedWave, 'opensAt' | 'closesAt' | 'pausedAt' | 'decidedAt' | 'nextOpensAt' | 'mode' | 'fairSeconds'>,
  now: Date,
) {
  const paused = wave.pausedAt ? now.getTime() - wave.pausedAt.getTime() : 0;
  const later = (at: Date) => new Date(at.getTime() + paused);
  const most = wave.nextOpensAt && wave.nextOpensAt < later(wave.closesAt) ? wave.nextOpensAt : later(wave.closesAt);
  const opening = wave.mode === 'FIRST_COME' && isUndecided(wave, wave);
  return {
    opensAt: opening ? later(wave.opensAt) : wave.opensAt,
    closesAt: most > wave.closesAt ? most : wave.closesAt,
  };
}
