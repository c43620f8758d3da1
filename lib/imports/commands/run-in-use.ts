import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

/** Refuses while a run that is not over reads the files of an upload. */
export async function refuseWhileRunning({ db }: Pick<Ctx, 'db'>, uploadId: string): Promise<void> {
  const open = await db.importRun.findFirst({ where: { uploadId, endedAt: null }, select: { id: true } });
  if (open) throw new Refused('import-running', 'an import reads these files');
}
