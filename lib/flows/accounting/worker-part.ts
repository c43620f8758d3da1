import { hour, minute } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { bookChanges } from './book-changes';
import { proveBooksNightly } from './prove-books';

export const accountingFlowsWorker: WorkerPart = {
  schedules: [
    { name: 'book-money', everyMs: minute, run: bookChanges },
    { name: 'prove-money', everyMs: hour, run: proveBooksNightly },
  ],
};
