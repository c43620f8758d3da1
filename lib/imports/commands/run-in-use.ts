import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

/** Refuses while a run that is not over reads the files of an upload. */
export async function refuseWhileRunning({ db }: Pick<Ctx, 'db'>, uploadId: string): Promise<void> {
  const open = await db.importRun.findFirst({ where: { uploadId, endedAt: null }, select: { id: true } });
  if (open) throw new Refused('import-running', 'an import reads these files');
}

/**
 * Parts an upload from the runs that have read it, because its files are about to change: what follows a run, or goes on with it, reads the
 * files that were rehearsed or none.
 */
export async function partFromRuns({ db }: Pick<Ctx, 'db'>, uploadId: string): Promise<void> {
  await db.importRun.updateMany({ where: { uploadId, endedAt: { not: null } }, data: { uploadId: null } });
}
