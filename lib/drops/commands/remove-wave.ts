import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { canRunDrops } from '../policy';
import type { RemoveWave } from '../schema';
import { lockStock } from '../sql';
import { planRefusal } from './plan-changed';
import { keepForCodes } from './rewrite-units';

/**
 * Takes the last of several waves out of a plan that was not announced; it can be planned anew. Refuses who saw an older version, and where
 * codes that are out need its units.
 */
export async function removeWave(ctx: Ctx, { dropId, number, shown }: RemoveWave): Promise<{ version: number }> {
  allow(canRunDrops(ctx.actor));
  await lockStock(ctx.db, dropId);
  const waves = await ctx.db.wave.findMany({
    where: { dropId },
    orderBy: { number: 'desc' },
    take: 2,
    select: { id: true, number: true },
  });
  // It locks the row against announcing, editing and giving codes.
  const { count } = await ctx.db.drop.updateMany({
    where: { id: dropId, version: shown, announcedAt: null, cancelledAt: null },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw await planRefusal(ctx, { dropId, shown });
  const last = found(waves.length === 2 && waves[0]?.number === number ? waves[0] : null, 'wave');
  await ctx.db.allotment.deleteMany({ where: { waveId: last.id } });
  await keepForCodes(ctx, dropId);
  await ctx.db.wave.delete({ where: { id: last.id } });
  await audit(ctx, { act: 'drop.removeWave', subject: ['drop', dropId], detail: { wave: number, version: shown + 1 } });
  return { version: shown + 1 };
}
