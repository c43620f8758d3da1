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
  const [unit] = await ctx.db.$queryRaw<LockedUnit[]>`
    SELECT "id", "productId", "variantId", "serial", "state"::text AS state, "seq" FROM "Unit" WHERE "id" = ${unitId}::uuid FOR NO KEY UPDATE`;
  return found(unit, 'unit');
}

type Happened = { kind: UnitEventKind; orderId?: string; note?: string };

/** Writes what happened to a unit that the caller holds; refuses with `unit-state` what cannot follow on its last event. */
export async function writeEvent(
  ctx: Ctx,
  unit: LockedUnit,
  { kind, orderId, note = '' }: Happened,
): Promise<LockedUnit> {
  if (!canMeet(unit.state, kind))
    throw new Refused('unit-state', 'It cannot follow', { values: { serial: unit.serial, state: unit.state } });
  const seq = unit.seq + 1;
  await ctx.db.unitEvent.create({
    data: { unitId: unit.id, seq, kind, orderId, note, actorId: memberId(ctx.actor), at: ctx.now },
    select: { seq: true },
  });
  await ctx.db.unit.update({ where: { id: unit.id }, data: { state: kind, seq }, select: { id: true } });
  return { ...unit, state: kind, seq };
}

/**
 * Puts a unit that the caller holds into somebody's hand, a place, or nobody's: who had it before has it no more. An act that began before the
 * one it waited for has the earlier moment: the span that it ends is then empty, and never ends before it begins.
 */
export async function putInHand(
  ctx: Ctx,
  unitId: string,
  hand: { memberId: string } | { locationId: string } | null,
): Promise<void> {
  const ended = await ctx.db.$queryRaw<{ until: Date }[]>`
    UPDATE "Holding" SET "until" = greatest("from", ${ctx.now}::timestamptz) WHERE "unitId" = ${unitId}::uuid AND "until" IS NULL RETURNING "until"`;
  const from = ended[0]?.until ?? (await lastMoment(ctx, unitId));
  if (hand) await ctx.db.holding.create({ data: { unitId, from, ...hand }, select: { id: true } });
}

async function lastMoment({ db, now }: Ctx, unitId: string): Promise<Date> {
  const { _max } = await db.holding.aggregate({ where: { unitId }, _max: { until: true } });
  return _max.until && _max.until > now ? _max.until : now;
}
