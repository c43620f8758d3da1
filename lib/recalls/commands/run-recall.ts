import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { recallsTag } from '../choices/tag';
import { canBecome, canRunRecalls, endStates, remindAfter, unanswered } from '../policy';
import { listToldLinks } from '../queries/for-notice';
import { listKeptBack } from '../queries/own';
import type { EndRecall, PublishRecall, RecallState } from '../schema';
import { freezeUnits, holdScope, lockRecall } from '../sql';

// Owners who hear of something by one event.
const atOnce = 100;

/**
 * Publishes a recall: from here on its units are the rows that are made now, with those that join them while it is open; answers how many. Whoever writes
 * down a unit at the same moment comes before, or finds the recall. Refuses with `recall-moved`, `recall-changed` another version than was rehearsed, and
 * `recall-empty` one that means no unit.
 */
export async function publishRecall(ctx: Ctx, { recallId, version, sure }: PublishRecall): Promise<{ units: number }> {
  allow(canRunRecalls(ctx.actor));
  // Before the recall's own row: who writes a unit holds the scope, and then reads open recalls.
  await holdScope(ctx.db);
  const recall = await holdRecall(ctx, recallId, 'OPEN');
  if (recall.state !== 'DRAFT') throw new Refused('recall-moved', 'published', { values: { state: recall.state } });
  if (recall.version !== version) throw new Refused('recall-changed', 'it was changed since');
  if (!sure) throw new Refused('recall-sure', 'not ticked', { field: 'sure' });
  const units = await freezeUnits(ctx.db, { recallId, now: ctx.now });
  if (units === 0) throw new Refused('recall-empty', 'no unit is meant');
  await moveRecall(ctx, recallId, { state: 'OPEN' });
  await ctx.db.recall.update({ where: { id: recallId }, data: { publishedAt: ctx.now } });
  await audit(ctx, { act: 'recall.publish', subject: ['recall', recallId], detail: { title: recall.title, units } });
  await ctx.record('recall.published', { recallId, units });
  return { units };
}

/** Ends a recall, with the reason for what is left; it may be opened again. Refuses with `recall-moved`. */
export async function closeRecall(ctx: Ctx, { recallId, reason }: EndRecall): Promise<void> {
  allow(canRunRecalls(ctx.actor));
  const { title } = await holdRecall(ctx, recallId, 'CLOSED');
  const left = await countLeft(ctx, recallId);
  await moveRecall(ctx, recallId, { state: 'CLOSED', reason, left });
  await audit(ctx, { act: 'recall.close', subject: ['recall', recallId], reason, detail: { title, left } });
  await ctx.record('recall.closed', { recallId });
}

/** Opens a recall again that was closed too early: units that became known meanwhile join it. Refuses with `recall-moved`. */
export async function reopenRecall(ctx: Ctx, { recallId }: { recallId: string }): Promise<void> {
  allow(canRunRecalls(ctx.actor));
  await holdScope(ctx.db);
  const { title, state } = await holdRecall(ctx, recallId, 'OPEN');
  if (state !== 'CLOSED') throw new Refused('recall-moved', 'not closed', { values: { state } });
  await freezeUnits(ctx.db, { recallId, now: ctx.now });
  await moveRecall(ctx, recallId, { state: 'OPEN' });
  await audit(ctx, { act: 'recall.reopen', subject: ['recall', recallId], detail: { title } });
}

/**
 * Takes a recall back that should not have been: nobody is asked anything any more, and who was told hears it. Answers the units that it may have kept
 * back and that no other recall does, for the caller to release. Refuses with `recall-moved`.
 */
export async function withdrawRecall(ctx: Ctx, { recallId, reason }: EndRecall): Promise<{ unitIds: string[] }> {
  allow(canRunRecalls(ctx.actor));
  const { title, state } = await holdRecall(ctx, recallId, 'WITHDRAWN');
  const wasOpen = state === 'OPEN';
  const left = wasOpen ? await countLeft(ctx, recallId) : 0;
  await moveRecall(ctx, recallId, { state: 'WITHDRAWN', reason, left });
  await audit(ctx, { act: 'recall.withdraw', subject: ['recall', recallId], reason, detail: { title, left } });
  if (!wasOpen) return { unitIds: [] };
  // Few in each: so many mails are written in one commit.
  const links = await listToldLinks(ctx, { recallId });
  for (let at = 0; at < links.length; at += atOnce)
    await ctx.emit('recall.withdrawn', { recallId, links: links.slice(at, at + atOnce) });
  const rows = await ctx.db.recallUnit.findMany({ where: { recallId, ownerId: null }, select: { unitId: true } });
  const unitIds = rows.map(({ unitId }) => unitId);
  const kept = await listKeptBack(ctx, { unitIds });
  return { unitIds: unitIds.filter((unitId) => !kept.has(unitId)) };
}

/** Has those owners told again who have not answered for a day; answers how many devices that are. Refuses with `recall-moved` and `recall-none`. */
export async function remindOwners(ctx: Ctx, { recallId }: { recallId: string }): Promise<{ units: number }> {
  allow(canRunRecalls(ctx.actor));
  const { title } = await holdRecall(ctx, recallId, 'CLOSED');
  const before = new Date(ctx.now.getTime() - remindAfter);
  const { count } = await ctx.db.recallUnit.updateMany({
    where: { recallId, state: { in: [...unanswered] }, toldAt: { lt: before } },
    data: { toldAt: null },
  });
  if (count === 0) throw new Refused('recall-none', 'nobody to remind');
  await audit(ctx, { act: 'recall.remind', subject: ['recall', recallId], detail: { title, units: count } });
  return { units: count };
}

async function holdRecall(ctx: Ctx, recallId: string, to: RecallState) {
  found(await lockRecall(ctx.db, recallId), 'recall');
  const select = { state: true, version: true, title: true } as const;
  const recall = await ctx.db.recall.findUniqueOrThrow({ where: { id: recallId }, select });
  if (!canBecome(recall.state, to))
    throw new Refused('recall-moved', 'elsewhere by now', { values: { state: recall.state } });
  return recall;
}

const countLeft = (ctx: Ctx, recallId: string): Promise<number> =>
  ctx.db.recallUnit.count({ where: { recallId, state: { notIn: [...endStates] } } });

type Became = { state: RecallState; reason?: string; left?: number };

async function moveRecall(ctx: Ctx, recallId: string, became: Became): Promise<void> {
  const changed = { state: became.state, changedAt: ctx.now, version: { increment: 1 } };
  await ctx.db.recall.update({ where: { id: recallId }, data: changed });
  await ctx.db.recallStep.create({ data: { recallId, ...became, byId: memberId(ctx.actor), at: ctx.now } });
  ctx.touch(recallsTag);
}
