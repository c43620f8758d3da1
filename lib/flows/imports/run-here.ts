import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { collectReport, type ReportOf } from '@/lib/import/collect-report';
import type { ImportFailure } from '@/lib/imports/choices';
import { beginRunHere, type RunBegun } from '@/lib/imports/commands';
import { holdImportLock } from '@/lib/imports/import-lock';

import { trackRun, type Track } from './track-run';

// A process that was killed lets its lock go a moment later.
const patienceMs = 5_000;

type Here<T> = Pick<RunBegun, 'source' | 'rehearsal' | 'input'> & {
  work: (given: { report: ReportOf; track: Track }) => Promise<T>;
};

/** Does an import in this process, of a terminal, written down as staff see it. Refuses while another import is open. */
export async function runHere<T extends { failure?: ImportFailure }>({ work, ...run }: Here<T>): Promise<T> {
  const hold = await holdImportLock(patienceMs);
  if (!hold) throw new Refused('import-running', 'another import is running');
  try {
    const { id } = await transact(beginRunHere)(system, run);
    const report = collectReport();
    return await trackRun({ id, hold, report, work: (track) => work({ report, track }) });
  } finally {
    await hold.release();
  }
}
