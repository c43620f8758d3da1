import { isMember } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { found, notFound, Refused } from '@/lib/core/errors';
import { enqueue } from '@/lib/core/jobs';
import type { Prisma } from '@/lib/core/prisma-client/client';

import { runBulkJob } from '../jobs';

/** Begins an act on the rows of its draft, once; only who chose them may. */
export async function startBulk(ctx: Ctx, { id, input }: { id: string; input: Prisma.InputJsonObject }): Promise<void> {
  if (!isMember(ctx.actor)) throw notFound('act');
  const mine = { id, memberId: ctx.actor.id };
  const act = found(
    await ctx.db.bulkAct.findFirst({ where: mine, select: { act: true, total: true, input: true } }),
    'act',
  );
  const { count } = await ctx.db.bulkAct.updateMany({
    where: { ...mine, startedAt: null, endedAt: null },
    data: {
      startedAt: ctx.now,
      aliveAt: ctx.now,
      version: ctx.actor.session?.version,
      input: { ...(act.input as object), ...input },
    },
  });
  if (count === 0) throw new Refused('bulk-started', 'it was started before');
  await audit(ctx, { act: 'bulk.start', subject: ['bulk', id], detail: { act: act.act, rows: act.total } });
  await enqueue(ctx.db, runBulkJob, { actId: id }, { key: `bulk:${id}` });
}

/** Throws a draft away, which only who made it may. */
export async function dropBulk(ctx: Ctx, { id }: { id: string }): Promise<void> {
  if (!isMember(ctx.actor)) throw notFound('act');
  const { count } = await ctx.db.bulkAct.deleteMany({ where: { id, memberId: ctx.actor.id, startedAt: null } });
  if (count === 0) throw notFound('act');
}
