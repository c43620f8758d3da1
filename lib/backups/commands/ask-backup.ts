import { may, memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { enqueue } from '@/lib/core/jobs';

import { makeBackupJob } from '../jobs';

/** Has a backup made now, by a job; refuses while another is waited for. */
export async function askBackup(ctx: Ctx): Promise<{ id: string }> {
  allow(may(ctx.actor, 'backups.manage'));
  const id = uuid7(ctx.now);
  const { count } = await ctx.db.backup.createMany({
    data: [{ id, cause: 'STAFF', askedById: memberId(ctx.actor), askedAt: ctx.now, aliveAt: ctx.now }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Refused('backup-running', 'a backup is being made already');
  await audit(ctx, { act: 'backups.make', subject: ['backup', id] });
  await enqueue(ctx.db, makeBackupJob, { id }, { key: `backup:${id}` });
  return { id };
}
