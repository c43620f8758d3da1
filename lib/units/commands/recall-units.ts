import type { Ctx } from '@/lib/core/context';

import { canMeet } from '../policy';
import { lockUnits, writeBeside, writeEvents } from './write-event';

type Recalled = { unitIds: readonly string[]; note: string };

/**
 * Writes a recall into the histories of units. What the shop has is kept back: it is recalled until it is received again, and no parcel takes it. What is
 * out of the house keeps its state, so that it can be repaired, come back and be registered.
 */
export async function noteRecalled(
  ctx: Ctx,
  { unitIds, note, atShop }: Recalled & { /** Those of them that the shop has. */ atShop: ReadonlySet<string> },
): Promise<void> {
  const units = await lockUnits(ctx, unitIds);
  const here = units.filter(({ id, state }) => atShop.has(id) && canMeet(state, 'RECALLED'));
  const kept = new Set(here.map(({ id }) => id));
  await writeEvents(ctx, here, { kind: 'RECALLED', note });
  const others = units.filter(({ id }) => !kept.has(id));
  await writeBeside(ctx, others, { kind: 'RECALLED', note });
}

/** Writes that what a recall promised was done to a unit; one that was kept back by it may be sent again where it `mended` it. */
export async function noteRemedied(
  ctx: Ctx,
  { unitId, note, mended }: { unitId: string; note: string; mended: boolean },
): Promise<void> {
  await writeBeside(ctx, await lockUnits(ctx, [unitId]), { kind: 'REMEDIED', note });
  if (mended) await releaseRecalled(ctx, { unitIds: [unitId], note });
}

/** Lets units that a recall kept back be sent again; of others nothing is written. */
export async function releaseRecalled(ctx: Ctx, { unitIds, note }: Recalled): Promise<void> {
  const kept = (await lockUnits(ctx, unitIds)).filter(({ state }) => state === 'RECALLED');
  await writeEvents(ctx, kept, { kind: 'RECEIVED', note });
}
