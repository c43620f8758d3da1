import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import type { UnitEventKind } from '@/lib/core/prisma-client/enums';

import { canMeet } from '../policy';

export type LockedUnit = {
  id: string;
  productId: string;
  variantId: string;
  serial: string;
  state: UnitEventKind;
  seq: number;
};

/** A unit that stays as it is until the commit. */
export async function lockUnit(ctx: Ctx, unitId: string): Promise<LockedUnit> {
  const [unit] = await lockUnits(ctx, [unitId]);
  return found(unit, 'unit');
}

/** Units that stay as they are until the commit, locked in one order by everybody. */
export async function lockUnits({ db }: Pick<Ctx, 'db'>, unitIds: readonly string[]): Promise<LockedUnit[]> {
  return db.$queryRaw<LockedUnit[]>`
    SELECT "id", "productId", "variantId", "serial", "state"::text AS state, "seq" FROM "Unit" WHERE "id" = ANY (${[...unitIds]}::uuid[])
    ORDER BY "id" FOR NO KEY UPDATE`;
}

type Happened = { kind: UnitEventKind; orderId?: string; note?: string };

/** Writes what happened to a unit that the caller holds; refuses with `unit-state` what cannot follow on its last event. */
export async function writeEvent(ctx: Ctx, unit: LockedUnit, happened: Happened): Promise<void> {
  await writeEvents(ctx, [unit], happened);
}

/** Writes what happened to several units that the caller holds, all or none. */
export async function writeEvents(
  ctx: Ctx,
  units: readonly LockedUnit[],
  { kind, orderId, note = '' }: Happened,
): Promise<void> {
  for (const { serial, state } of units)
    if (!canMeet(state, kind)) throw new Refused('unit-state', 'It cannot follow', { values: { serial, state } });
  const actorId = memberId(ctx.actor);
  await ctx.db.unitEvent.createMany({
    data: units.map(({ id, seq }) => ({ unitId: id, seq: seq + 1, kind, orderId, note, actorId, at: ctx.now })),
  });
  await ctx.db.unit.updateMany({
    where: { id: { in: units.map(({ id }) => id) } },
    data: { state: kind, seq: { increment: 1 } },
  });
}

/** Writes what happened to units that the caller holds beside their states, which stay as they are: a recall of what is out of the house, and its remedy. */
export async function writeBeside(
  ctx: Ctx,
  units: readonly LockedUnit[],
  { kind, note = '' }: { kind: 'RECALLED' | 'REMEDIED'; note?: string },
): Promise<void> {
  const actorId = memberId(ctx.actor);
  await ctx.db.unitEvent.createMany({
    data: units.map(({ id, seq }) => ({ unitId: id, seq: seq + 1, kind, note, actorId, at: ctx.now })),
  });
  await ctx.db.unit.updateMany({ where: { id: { in: units.map(({ id }) => id) } }, data: { seq: { increment: 1 } } });
}

type Hand = { memberId: string } | { locationId: string } | null;

/** Puts a unit that the caller holds into somebody's hand, a place, or nobody's: who had it before has it no more. */
export async function putInHand(ctx: Ctx, unitId: string, hand: Hand): Promise<void> {
  await putAllInHand(ctx, [unitId], hand);
}

/**
 * The same with several units. An act that began before the one it waited for has the earlier moment: the span that it ends is then empty, and
 * never ends before it begins.
 */
export async function putAllInHand({ db, now }: Ctx, unitIds: readonly string[], hand: Hand): Promise<void> {
  const ids = [...unitIds];
  await db.$executeRaw`
    UPDATE "Holding" SET "until" = greatest("from", ${now}::timestamptz) WHERE "unitId" = ANY (${ids}::uuid[]) AND "until" IS NULL`;
  if (!hand) return;
  const [member, place] = 'memberId' in hand ? [hand.memberId, null] : [null, hand.locationId];
  await db.$executeRaw`
    INSERT INTO "Holding" ("id", "unitId", "memberId", "locationId", "from")
    SELECT gen_random_uuid(), u.id, ${member}::uuid, ${place}::uuid,
      greatest(${now}::timestamptz, (SELECT max(h."until") FROM "Holding" h WHERE h."unitId" = u.id)) FROM unnest(${ids}::uuid[]) AS u(id)`;
}
