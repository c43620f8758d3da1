import type { Ctx } from '@/lib/core/context';
import { enqueue } from '@/lib/core/jobs';
import { after, day, hour, minute } from '@/lib/core/time';

import { importLock } from '../import-lock';
import { runImportJob } from '../jobs';

/** Who does a run says every second how far it is; one that waits does so behind other jobs. */
const silence = minute;
const waiting = 2 * hour;
/** What the process of a run may take to begin with it; then it is asked for again. */
const patience = minute / 2;
/** How often a process may die with a run before it is begun by itself no more. */
const mostTries = 5;
/** How long files are kept that were sent; nothing that reads them is interrupted by that. */
export const filesKept = day;

/**
 * Sees to runs whose process died: nobody holds the lock of imports, and they have been silent for a while. Those that staff asked for wait
 * again, the others are ended. Deletes files that nobody reads and that are a day old.
 */
export async function tendImportRuns(ctx: Ctx): Promise<void> {
  const { db, now } = ctx;
  await db.importUpload.deleteMany({
    where: { at: { lt: after(now, -filesKept) }, runs: { none: { endedAt: null } } },
  });
  const [lock] = await db.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${importLock}, 0)) AS free`;
  if (!lock?.free) return;
  const dead = { state: 'RUNNING', aliveAt: { lt: after(now, -silence) } } as const;
  await db.importRun.updateMany({
    where: { ...dead, stopAskedAt: { not: null } },
    data: { state: 'STOPPED', endedAt: now },
  });
  await db.importRun.updateMany({
    where: { ...dead, origin: 'STAFF', tries: { lt: mostTries } },
    data: { state: 'WAITING' },
  });
  const ended = { state: 'FAILED', failure: 'interrupted', endedAt: now } as const;
  await db.importRun.updateMany({ where: dead, data: ended });
  await db.importRun.updateMany({
    where: { state: 'WAITING', startedAt: null, askedAt: { lt: after(now, -waiting) } },
    data: ended,
  });
  const [open] = await db.importRun.updateManyAndReturn({
    where: { state: 'WAITING', aliveAt: { lt: after(now, -patience) } },
    data: { aliveAt: now },
    select: { id: true },
  });
  if (open) await enqueue(db, runImportJob, { id: open.id }, { key: `import:${open.id}` });
}
