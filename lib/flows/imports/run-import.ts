import { may, system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { collectReport, type ReportOf } from '@/lib/import/collect-report';
import { beginRun, endRun, type RunBegun } from '@/lib/imports/commands';
import { holdImportLock } from '@/lib/imports/import-lock';
import { getStaffActor } from '@/lib/members/queries/staff-actor';

import { bringForum } from './bring-forum';
import { bringShop, filesOf } from './bring-shop';
import { ImportStopped, trackRun, type Track } from './track-run';

// A process that was killed lets its lock go a moment later.
const patienceMs = 5_000;

type By = { forum?: Parameters<typeof bringForum>[0]['by']; patience?: number; everyMs?: number };

/**
 * Does a run that staff asked for, if no other process does one, and writes down what becomes of it. Whoever asked must still be allowed to:
 * what it brings, it brings as the system.
 */
export async function runImport({ id }: { id: string }, by: By = {}): Promise<void> {
  const hold = await holdImportLock(by.patience ?? patienceMs);
  if (!hold) return;
  try {
    const run = await transact(beginRun)(system, { id });
    if (!run) return;
    if (!(await mayStill(run)))
      return await transact(endRun)(system, { id, state: 'FAILED', failure: 'not-allowed', report: null });
    const report = collectReport();
    const work = (track: Track) => workOf(run, { report, track }, by);
    await trackRun({ id, hold, report, work, everyMs: by.everyMs });
  } catch (error) {
    if (!(error instanceof ImportStopped)) log.error({ err: error, run: id }, 'an import failed');
  } finally {
    await hold.release();
  }
}

async function mayStill({ askedById, version }: RunBegun): Promise<boolean> {
  const actor = askedById && (await getStaffActor(reading(system), { memberId: askedById, version }));
  return Boolean(actor) && may(actor as Exclude<typeof actor, '' | null>, 'imports.keep');
}

async function workOf(run: RunBegun, { report, track }: { report: ReportOf; track: Track }, by: By) {
  const { source, input, rehearsal, uploadId } = run;
  if (source === 'DISCOURSE') return bringForum({ input, rehearsal, report, track, by: by.forum });
  const files = await filesOf(uploadId);
  return bringShop({ files, input, rehearsal, report, track });
}
