import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import type { Prisma } from '@/lib/core/prisma-client/client';

import { canHandleUnits, canMove, isMended, isUnmended } from '../policy';
import type { AnswerRecall, HandleUnit, RecallRemedy, RecallUnitState } from '../schema';
import { listKeptBack } from '../queries/own';
import { lockRecallUnit } from '../sql';

const held = {
  ...{
    id: true,
    recallId: true,
    unitId: true,
    state: true,
    linkId: true,
    ownerId: true,
    remedy: true,
    stoppedAt: true,
  },
  recall: { select: { state: true, title: true, remedies: true } },
} as const satisfies Prisma.RecallUnitSelect;

export type HeldUnit = Prisma.RecallUnitGetPayload<{ select: typeof held }>;

/**
 * A unit of a recall, held until the commit, which may become what it is to become; one that was put right without being mended may be mended. Refuses
 * with `recall-over`, and with `recall-unit-moved` (state).
 */
export async function holdUnit(
  ctx: Ctx,
  recallUnitId: string,
  { to, remedy }: { to: RecallUnitState; remedy?: RecallRemedy },
): Promise<HeldUnit> {
  found(await lockRecallUnit(ctx.db, recallUnitId), 'unit');
  const unit = await ctx.db.recallUnit.findUniqueOrThrow({ where: { id: recallUnitId }, select: held });
  if (unit.recall.state !== 'OPEN') throw new Refused('recall-over', 'it is not open');
  if (to === 'REMEDIED' && isUnmended(unit) && isMended(remedy)) return unit;
  // An answer may be given anew: another wish, or that it is used no more.
  if (unit.state !== to && !canMove(unit.state, to))
    throw new Refused('recall-unit-moved', 'elsewhere by now', { values: { state: unit.state } });
  if (unit.state === to && to !== 'ACKNOWLEDGED')
    throw new Refused('recall-unit-moved', 'already', { values: { state: unit.state } });
  return unit;
}

type Became = { state: RecallUnitState; note?: string; byId?: string | null } & Prisma.RecallUnitUncheckedUpdateInput;

/** Writes what a held unit became, and who did it. */
export async function moveUnit(ctx: Ctx, { id }: Pick<HeldUnit, 'id'>, became: Became): Promise<void> {
  const { note = '', byId = memberId(ctx.actor), state, ...more } = became;
  await ctx.db.recallUnit.update({ where: { id }, data: { ...more, state, changedAt: ctx.now } });
  await ctx.db.recallUnitStep.create({ data: { recallUnitId: id, state, note, byId, at: ctx.now } });
}

export type Handled = Pick<HeldUnit, 'unitId' | 'recall'> & {
  /** Whether no recall keeps it back any more: it is mended, by this one and by all others that mean it. */
  isSafe: boolean;
};

/**
 * Staff note what became of a unit: remedied and how, refused by its owner, not to be reached, answered by phone, or to be told once more. Answers the
 * unit, for its own history. Refuses what `holdUnit` refuses, and with `recall-remedy` one that the recall does not offer, or none where it was remedied.
 */
export async function handleUnit(ctx: Ctx, { recallUnitId, to, remedy, reason }: HandleUnit): Promise<Handled> {
  allow(canHandleUnits(ctx.actor));
  const unit = await holdUnit(ctx, recallUnitId, { to, remedy });
  const done = to === 'REMEDIED' ? offered(unit, remedy ?? unit.remedy ?? undefined, true) : undefined;
  await moveUnit(ctx, unit, {
    state: to,
    note: reason,
    ...(done && { remedy: done }),
    ...(to === 'PLANNED' && { toldAt: null }),
  });
  const detail = { title: unit.recall.title, state: to };
  await audit(ctx, { act: 'recall.unit', subject: ['recall', unit.recallId], reason, detail });
  const { unitId } = unit;
  return { unitId, recall: unit.recall, isSafe: !(await listKeptBack(ctx, { unitIds: [unitId] })).has(unitId) };
}

/**
 * An owner answers for one of their devices, by the link that they were sent, given as what it names: that they have read it, whether they use it no more,
 * and what they want; or that they want nothing. Refuses with not-found another's, with `recall-over`, `recall-unit-moved` and `recall-remedy`.
 */
export async function answerRecall(
  ctx: Ctx,
  { linkId, recallUnitId, answer, stopped, remedy }: Omit<AnswerRecall, 'key'> & { linkId: string },
): Promise<void> {
  // First, so that a link says nothing of a device that it does not open.
  found(await ctx.db.recallUnit.findFirst({ where: { id: recallUnitId, linkId }, select: { id: true } }), 'recall');
  const unit = await holdUnit(ctx, recallUnitId, { to: answer });
  // It may have got another owner while this waited.
  found(unit.linkId === linkId ? true : null, 'recall');
  const wish = answer === 'ACKNOWLEDGED' ? offered(unit, remedy, false) : undefined;
  await moveUnit(ctx, unit, {
    ...{ state: answer, remedy: wish ?? null, byId: unit.ownerId },
    stoppedAt: stopped ? (unit.stoppedAt ?? ctx.now) : unit.stoppedAt,
  });
  await ctx.record('recall.answered', { recallUnitId });
}

function offered({ recall }: HeldUnit, remedy: RecallRemedy | undefined, must: boolean): RecallRemedy | undefined {
  if ((must && remedy === undefined) || (remedy !== undefined && !recall.remedies.includes(remedy)))
    throw new Refused('recall-remedy', 'not offered', { field: 'remedy' });
  return remedy;
}
