import { second } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { publishDueProducts } from './schedules/publish-products';

export const catalogWorker: WorkerPart = {
  schedules: [{ name: 'publish-products', everyMs: 10 * second, run: publishDueProducts }],
};
