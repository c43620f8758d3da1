import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canEditUnits, endsOwnership, notesFor } from '../policy';
import type { NoteUnit } from '../schema';
import { lockUnit, putInHand, writeEvent } from './write-event';

/** `owner` has it again, where that is noted. */
export type NotedUnit = NoteUnit & { owner?: string | null };

/**
 * Notes by hand what happened to a unit: lost, found, back with its owner, come back, repaired, recalled, scrapped. Refuses who saw an older history,
 * what cannot follow (`unit-state`), and an owner whom nobody knows (`unit-no-owner`). Its ownership is the caller's to end.
 */
export async function noteUnit(ctx: Ctx, { unitId, kind, note, shown, owner = null }: NotedUnit): Promise<void> {
  allow(canEditUnits(ctx.actor));
  const unit = await lockUnit(ctx, unitId);
  const { serial, state } = unit;
  if (unit.seq !== shown) throw new Refused('unit-changed', 'Something happened to it meanwhile');
  if (!notesFor(state).includes(kind))
    throw new Refused('unit-state', 'It cannot follow', { values: { serial, state } });
  if (kind === 'OWNED' && !owner)
    throw new Refused('unit-no-owner', 'Nobody is known to own it', { values: { serial } });
  await writeEvent(ctx, unit, { kind, note });
  if (endsOwnership(kind))
    await ctx.db.unitAssignment.updateMany({ where: { unitId, endedAt: null }, data: { endedAt: ctx.now } });
  // Whoever had it has it no more, until it is known who does.
  if (kind !== 'REPAIRED' && kind !== 'RECALLED') await putInHand(ctx, unitId, owner ? { memberId: owner } : null);
  await audit(ctx, { act: 'units.note', subject: ['unit', unitId], reason: note, detail: { serial, kind } });
}
