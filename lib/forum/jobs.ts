import { declareJob } from '@/lib/core/jobs';

/** Moves the threads of a board into another, some at a time. */
export const mergeBoardJob = declareJob<{ mergeId: string }>('mergeBoard', { priority: 5 });
