import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import { enqueue } from '@/lib/core/jobs';
import { after, minute } from '@/lib/core/time';

import { makeBackupJob } from '../jobs';

const mostTries = 3;
const pauseMs = 30 * minute;

/** Has the backup of a night made, once, however many processes ask; one that failed is tried again after a while, three times in all. */
export async function planNight(ctx: Ctx, { night }: { night: string }): Promise<boolean> {
  const last = await ctx.db.backup.findFirst({
    where: { night },
    orderBy: { attempt: 'desc' },
    select: { attempt: true, endedAt: true, failure: true },
  });
  const again = last?.endedAt && last.failure && last.attempt < mostTries && last.endedAt < after(ctx.now, -pauseMs);
  if (last && !again) return false;
  const id = uuid7(ctx.now);
  const attempt = (last?.attempt ?? 0) + 1;
  const { count } = await ctx.db.backup.createMany({
    data: [{ id, cause: 'NIGHT', night, attempt, askedAt: ctx.now, aliveAt: ctx.now }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await enqueue(ctx.db, makeBackupJob, { id }, { key: `backup:${id}` });
  return true;
}
