import { declareJob } from '@/lib/core/jobs';

/** Starts the process of a run. */
export const runImportJob = declareJob<{ id: string }>('runImport', { priority: 10 });
