import { may } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { enqueue } from '@/lib/core/jobs';
import { after, hour } from '@/lib/core/time';

import { verifyBackupJob } from '../jobs';

// One that was interrupted may be asked for again.
const patience = 6 * hour;

/** Has a backup read again, by a job; refuses one that is not there, and while it is being read. */
export async function askVerification(ctx: Ctx, { id }: { id: string }): Promise<void> {
  allow(may(ctx.actor, 'backups.manage'));
  const row = await ctx.db.backup.findFirst({
    where: { id, endedAt: { not: null }, failure: null, file: { not: null } },
    select: { goneAt: true },
  });
  if (found(row, 'backup').goneAt) throw new Refused('backup-gone', 'its file was deleted');
  const { count } = await ctx.db.backup.updateMany({
    where: { id, OR: [{ verifyingAt: null }, { verifyingAt: { lt: after(ctx.now, -patience) } }] },
    data: { verifyingAt: ctx.now },
  });
  if (count === 0) throw new Refused('backup-verifying', 'it is being read already');
  await audit(ctx, { act: 'backups.verify', subject: ['backup', id] });
  await enqueue(ctx.db, verifyBackupJob, { id }, { key: `verify-backup:${id}` });
}

type Found = 'good' | 'spoilt' | 'gone' | 'unknown';

/** Writes down how a backup was found; `unknown` where it could not be read now. */
export async function noteVerified(ctx: Ctx, { id, found: how }: { id: string; found: Found }): Promise<void> {
  const at = ctx.now;
  const findings = {
    good: { verifiedAt: at, spoiltAt: null },
    spoilt: { spoiltAt: at },
    gone: { goneAt: at },
    unknown: {},
  };
  await ctx.db.backup.updateMany({ where: { id }, data: { verifyingAt: null, ...findings[how] } });
}
