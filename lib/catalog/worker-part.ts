import { second } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { collectProducts } from './commands';
import { beginDuePrices, everyMs } from './schedules/begin-prices';
import { publishDueProducts } from './schedules/publish-products';

export const catalogWorker: WorkerPart = {
  reactions: {
    'product.changed': {
      collectChangedProduct: (ctx, { payload }) => collectProducts(ctx, { productIds: [payload.productId] }),
    },
  },
  schedules: [
    { name: 'publish-products', everyMs: 10 * second, run: publishDueProducts },
    { name: 'begin-prices', everyMs, run: beginDuePrices },
  ],
};
