import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canEditUnits } from '../policy';
import type { NoteUnit } from '../schema';
import { lockUnit, putInHand, writeEvent } from './write-event';

/** Notes by hand what happened to a unit: lost, found, come back, repaired, recalled, scrapped. Refuses who saw an older history. */
export async function noteUnit(ctx: Ctx, { unitId, kind, note, shown }: NoteUnit): Promise<void> {
  allow(canEditUnits(ctx.actor));
  const unit = await lockUnit(ctx, unitId);
  if (unit.seq !== shown) throw new Refused('unit-changed', 'Something happened to it meanwhile');
  await writeEvent(ctx, unit, { kind, note });
  // What came back or is gone is packed for nobody.
  if (kind === 'RETURNED' || kind === 'SCRAPPED')
    await ctx.db.unitAssignment.updateMany({ where: { unitId, endedAt: null }, data: { endedAt: ctx.now } });
  // Whoever had it has it no more, until it is known who does.
  if (kind !== 'REPAIRED' && kind !== 'RECALLED') await putInHand(ctx, unitId, null);
  const detail = { serial: unit.serial, kind };
  await audit(ctx, { act: 'units.note', subject: ['unit', unitId], reason: note, detail });
}
