import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canRunDrops } from '../policy';
import { lockWave, notifyDropChange } from '../sql';
import { checkAhead, checkNeighbours } from './offer-units';
import { touchWave } from './touch-wave';

export type Extension = { dropId: string; waveId: string; closesAt: Date; reason: string };

/** Lets a wave close later than was announced; never sooner, and not into the next wave. */
export async function extendWave(ctx: Ctx, { dropId, waveId, closesAt, reason }: Extension): Promise<void> {
  allow(canRunDrops(ctx.actor));
  const wave = found(await lockWave(ctx.db, { dropId, waveId }), 'wave');
  if (wave.cancelledAt) throw new Refused('drop-cancelled', 'The drop was cancelled');
  if (ctx.now >= wave.closesAt) throw new Refused('wave-over', 'The wave is over');
  if (closesAt <= wave.closesAt)
    throw new Refused('closes-earlier', 'A wave can only be made longer', { field: 'closesAt' });
  checkNeighbours({ closesAt }, { next: wave.nextOpensAt });
  checkAhead(ctx, closesAt, 'closesAt');
  await ctx.db.wave.update({ where: { id: waveId }, data: { closesAt } });
  const detail = { wave: wave.number, from: wave.closesAt.toISOString(), to: closesAt.toISOString() };
  await audit(ctx, { act: 'wave.extend', subject: ['drop', dropId], reason, detail });
  if (wave.announcedAt) await ctx.emit('wave.extended', { waveId, dropId, to: detail.to });
  await notifyDropChange(ctx.db, dropId);
  touchWave(ctx, wave);
}
