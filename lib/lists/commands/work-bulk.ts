import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { enqueue } from '@/lib/core/jobs';
import { after, day, minute } from '@/lib/core/time';

import { runBulkJob } from '../jobs';

type RowOf = { actId: string; place: number };

/**
 * Takes a row for the command that follows in the same transaction: it is done if and only if that is. False where another
 * runner has done it, or where the act was stopped.
 */
export async function takeBulkRow(ctx: Ctx, { actId, place }: RowOf): Promise<boolean> {
  const taken = await ctx.db.$executeRaw`
    UPDATE "BulkRow" r SET "state" = 'DONE', "at" = ${ctx.now}::timestamptz FROM "BulkAct" a
    WHERE r."actId" = ${actId}::uuid AND r."place" = ${place}::int AND r."state" = 'LEFT' AND a."id" = r."actId" AND NOT a."stopped"`;
  return taken === 1;
}

type Refusal = RowOf & { code: string; values?: Record<string, string | number> };

/** Writes down why a row was refused, once the transaction that tried it is undone. */
export async function refuseBulkRow(ctx: Ctx, { actId, place, code, values = {} }: Refusal): Promise<void> {
  await ctx.db.bulkRow.updateMany({
    where: { actId, place, state: 'LEFT' },
    data: { state: 'REFUSED', code, values, at: ctx.now },
  });
}

/** Notes how far an act has come, and queues its next rows, or ends it where none is left. */
export async function noteBulk(ctx: Ctx, { actId }: { actId: string }): Promise<void> {
  const counts = await ctx.db.bulkRow.groupBy({ by: ['state'], where: { actId }, _count: true });
  const of = (state: string) => counts.find((each) => each.state === state)?._count ?? 0;
  const ended = of('LEFT') === 0;
  await ctx.db.bulkAct.updateMany({
    where: { id: actId },
    data: { done: of('DONE'), refused: of('REFUSED'), aliveAt: ctx.now },
  });
  if (!ended) return enqueue(ctx.db, runBulkJob, { actId }, { key: `bulk:${actId}` });
  await ctx.db.bulkAct.updateMany({ where: { id: actId, endedAt: null }, data: { endedAt: ctx.now } });
}

/** Ends an act before its last row; what is done stays done. */
export async function stopBulk(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { count } = await ctx.db.bulkAct.updateMany({
    where: { id, startedAt: { not: null }, endedAt: null },
    data: { endedAt: ctx.now, stopped: true },
  });
  if (count === 1) await audit(ctx, { act: 'bulk.stop', subject: ['bulk', id] });
}

/** How long the report of an ended act is kept; the audit log keeps what was done to each row for good. */
const keptDays = 90;

/** Queues again what nobody has worked on for a minute, and deletes drafts of yesterday and reports of a quarter ago. */
export async function tendBulks(ctx: Ctx): Promise<void> {
  const { db, now } = ctx;
  const idle = await db.bulkAct.findMany({
    where: { endedAt: null, startedAt: { not: null }, aliveAt: { lt: after(now, -minute) } },
    orderBy: { draftedAt: 'asc' },
    take: 100,
    select: { id: true },
  });
  for (const { id } of idle) await enqueue(db, runBulkJob, { actId: id }, { key: `bulk:${id}` });
  await db.bulkAct.deleteMany({ where: { endedAt: null, startedAt: null, draftedAt: { lt: after(now, -day) } } });
  await db.bulkAct.deleteMany({ where: { endedAt: { lt: after(now, -keptDays * day) } } });
}
