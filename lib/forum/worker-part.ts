import { handle, type WorkerPart } from '@/lib/core/worker-part';

import { mergeBoardJob } from './jobs';
import { runMerge } from './run-merge';

export const forumWorker: WorkerPart = { jobs: [handle(mergeBoardJob, (payload) => runMerge(payload))] };
