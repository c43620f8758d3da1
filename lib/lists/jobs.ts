import { declareJob } from '@/lib/core/jobs';

/** Works on the next rows of an act on many. */
export const runBulkJob = declareJob<{ actId: string }>('runBulk', { priority: 2 });
