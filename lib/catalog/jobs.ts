import { declareJob } from '@/lib/core/jobs';

/** Fetches a product's picture from the address that an importer gave. */
export const fetchImageJob = declareJob<{ imageId: string }>('fetchImage');
