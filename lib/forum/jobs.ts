import { declareJob } from '@/lib/core/jobs';

/** Moves the threads of a board into another, some at a time. */
export const mergeBoardJob = declareJob<{ mergeId: string }>('merge-board', { priority: 5 });
