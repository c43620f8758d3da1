import { minute } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { indexBehind } from './index-behind';
import { indexChangedProduct } from './index-product';

export const searchFlowsWorker: WorkerPart = {
  reactions: { 'product.changed': { indexChangedProduct } },
  schedules: [{ name: 'index-search', everyMs: 5 * minute, run: (now) => indexBehind(now) }],
};
