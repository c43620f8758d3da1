import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { second } from '@/lib/core/time';
import { handle, type WorkerPart } from '@/lib/core/worker-part';
import { tendImportRuns } from '@/lib/imports/commands';
import { runImportJob } from '@/lib/imports/jobs';
import { startImportProcess } from '@/lib/imports/start-import-process';

export const importsFlowsWorker: WorkerPart = {
  jobs: [handle(runImportJob, async (payload) => startImportProcess(payload))],
  schedules: [
    { name: 'tend-imports', everyMs: 30 * second, run: (now) => transact(tendImportRuns)(system, undefined, { now }) },
  ],
};
