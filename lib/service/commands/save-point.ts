import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';

import { serviceTag } from '../choices/tag';
import { canEditPoints } from '../policy';
import type { SavePoint } from '../schema';

/**
 * Writes a service point, or changes it; one that is not listed is shown to nobody and asked for by nobody, and repairs that are there go on. Refuses who
 * saw an older version (`point-changed`), and one that does nothing (`point-does`).
 */
export async function savePoint(ctx: Ctx, input: SavePoint): Promise<{ id: string }> {
  allow(canEditPoints(ctx.actor));
  const { pointId, shown, place, pointZone: zone, listed } = input;
  if (input.capabilities.length === 0) throw new Refused('point-does', 'nothing', { field: 'capabilities' });
  const { name, nameZh, address, addressZh, week, region, capabilities, languages, phone } = input;
  const said = {
    ...{ name, nameZh, address, addressZh, ...place, zone, week, region, capabilities, languages, phone },
    ...{ country: input.country.toUpperCase(), closedUntil: input.closedUntil ?? null, changedAt: ctx.now },
  };
  const id = pointId ?? uuid7(ctx.now);
  if (pointId === undefined)
    await ctx.db.servicePoint.create({ data: { id, ...said, createdAt: ctx.now, hiddenAt: listed ? null : ctx.now } });
  else await change(ctx, { id, shown, listed }, said);
  ctx.touch(serviceTag);
  await audit(ctx, { act: 'service.savePoint', subject: ['servicePoint', id], detail: { name } });
  return { id };
}

type Said = Omit<Parameters<Ctx['db']['servicePoint']['updateMany']>[0]['data'], 'hiddenAt'>;

async function change(
  ctx: Ctx,
  { id, shown, listed }: { id: string; shown: number; listed: boolean },
  said: Said,
): Promise<void> {
  const { hiddenAt } = found(
    await ctx.db.servicePoint.findUnique({ where: { id }, select: { hiddenAt: true } }),
    'point',
  );
  // Of two who change it at the same moment the second finds another version.
  const { count } = await ctx.db.servicePoint.updateMany({
    where: { id, version: shown },
    data: { ...said, hiddenAt: listed ? null : (hiddenAt ?? ctx.now), version: { increment: 1 } },
  });
  if (count === 0) throw new Refused('point-changed', 'somebody else changed it');
}
