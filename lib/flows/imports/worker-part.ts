import path from 'node:path';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { hour, second } from '@/lib/core/time';
import { handle, type WorkerPart } from '@/lib/core/worker-part';
import { deleteOldForumFolders } from '@/lib/import/discourse-api/delete-old-folders';
import { tendImportRuns } from '@/lib/imports/commands';
import { runImportJob } from '@/lib/imports/jobs';
import { startImportProcess } from '@/lib/imports/start-import-process';

export const importsFlowsWorker: WorkerPart = {
  jobs: [handle(runImportJob, async (payload) => startImportProcess(payload))],
  schedules: [
    // Each machine has its own.
    {
      name: 'delete-forum-folders',
      everyMs: hour,
      run: (now) => deleteOldForumFolders(path.resolve(env.DATA_DIR, 'imports'), now),
    },
    { name: 'tend-imports', everyMs: 30 * second, run: (now) => transact(tendImportRuns)(system, undefined, { now }) },
  ],
};
