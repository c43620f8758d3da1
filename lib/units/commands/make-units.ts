import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import type { UnitEventKind } from '@/lib/core/prisma-client/enums';

import type { LockedUnit } from './write-event';

export type NewUnit = { productId: string; variantId: string; serial: string };

/** Makes units that are not known yet, each with its first event; answers those that it made. */
export async function makeUnits(
  ctx: Ctx,
  units: readonly NewUnit[],
  first: { kind: UnitEventKind; orderId?: string },
): Promise<LockedUnit[]> {
  const made = await ctx.db.unit.createManyAndReturn({
    data: units.map((unit) => ({ id: uuid7(ctx.now), ...unit, state: first.kind, seq: 1, createdAt: ctx.now })),
    skipDuplicates: true,
    select: { id: true, productId: true, variantId: true, serial: true, state: true, seq: true },
  });
  await ctx.db.unitEvent.createMany({
    data: made.map(({ id }) => ({ unitId: id, seq: 1, ...first, actorId: memberId(ctx.actor), at: ctx.now })),
  });
  return made;
}
