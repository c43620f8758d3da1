import { minute } from '@/lib/core/time';
import { handle, type WorkerPart } from '@/lib/core/worker-part';
import { runBulkJob } from '@/lib/lists/jobs';

import { runBulk, tendAllBulks } from './run-bulk';

export const listsFlowsWorker: WorkerPart = {
  jobs: [handle(runBulkJob, (payload) => runBulk(payload))],
  schedules: [{ name: 'tend-bulk-acts', everyMs: minute, run: tendAllBulks }],
};
