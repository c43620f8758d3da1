import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRunDrops } from '../policy';
import { lockWave, notifyDropChange } from '../sql';
import { touchWave } from './touch-wave';

type Pause = { dropId: string; waveId: string; reason?: string };

/** Stops a running wave at once: no unit is claimed, entered for, given by rank or passed on until it is resumed. Holds keep their own clock. */
export async function pauseWave(ctx: Ctx, { dropId, waveId, reason }: Pause): Promise<void> {
  allow(canRunDrops(ctx.actor));
  const wave = found(await lockWave(ctx.db, { dropId, waveId }), 'wave');
  if (wave.pausedAt) return;
  const running = wave.announcedAt && !wave.cancelledAt && wave.opensAt <= ctx.now && ctx.now < wave.closesAt;
  if (!running) throw new Refused('wave-not-running', 'Only a wave that is open can be paused');
  await ctx.db.wave.update({ where: { id: waveId }, data: { pausedAt: ctx.now } });
  await audit(ctx, { act: 'wave.pause', subject: ['drop', dropId], reason, detail: { wave: wave.number } });
  await notifyDropChange(ctx.db, dropId);
  touchWave(ctx, wave);
}

/** Writes down why a wave was paused, after the fact; the last reason counts, and the log keeps each. */
export async function explainPause(ctx: Ctx, { dropId, waveId, reason }: Required<Pause>): Promise<void> {
  allow(canRunDrops(ctx.actor));
  const wave = found(await ctx.db.wave.findFirst({ where: { id: waveId, dropId }, select: { number: true } }), 'wave');
  const paused = await ctx.db.auditEntry.findFirst({
    where: {
      subjectType: 'drop',
      subjectId: dropId,
      act: 'wave.pause',
      detail: { path: ['wave'], equals: wave.number },
    },
    select: { id: true },
  });
  if (!paused) throw new Refused('wave-not-running', 'The wave was never paused');
  await audit(ctx, { act: 'wave.explainPause', subject: ['drop', dropId], reason, detail: { wave: wave.number } });
}
