import { minute } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { takeSent } from './on-order-shipped';
import { takeLate } from './on-paid-late';
import { settleDrops } from './settle-drops';
import { tellBackInStock, tellOfReturn } from './tell-back-in-stock';

export const stockFlowsWorker: WorkerPart = {
  reactions: { 'order.shipped': { takeSent }, 'order.paidLate': { takeLate }, 'stock.back': { tellOfReturn } },
  schedules: [
    { name: 'settle-drop-stock', everyMs: 5 * minute, run: settleDrops },
    { name: 'tell-back-in-stock', everyMs: minute, run: tellBackInStock },
  ],
};
