import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRunDrops } from '../policy';
import { lockWave, noteDrop } from '../sql';
import { touchWave } from './touch-wave';

/** Stops a running wave: no unit is claimed, entered for, given by rank or passed on until it is resumed. Holds keep their own clock. */
export async function pauseWave(ctx: Ctx, { dropId, waveId, reason }: { dropId: string; waveId: string; reason: string }): Promise<void> {
  allow(canRunDrops(ctx.actor));
  const wave = found(await lockWave(ctx.db, { dropId, waveId }), 'wave');
  if (wave.pausedAt) return;
  const running = wave.announcedAt && !wave.cancelledAt && wave.opensAt <= ctx.now && ctx.now < wave.closesAt;
  if (!running) throw new Refused('wave-not-running', 'Only a wave that is open can be paused');
  await ctx.db.wave.update({ where: { id: waveId }, data: { pausedAt: ctx.now } });
  await audit(ctx, { act: 'wave.pause', subject: ['drop', dropId], reason, detail: { wave: wave.number } });
  await noteDrop(ctx.db, dropId);
  touchWave(ctx, wave);
}
