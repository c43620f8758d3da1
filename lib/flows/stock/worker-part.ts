import { minute } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { takeSent } from './on-order-shipped';
import { takeLate } from './on-paid-late';
import { settleDrops } from './settle-drops';

export const stockFlowsWorker: WorkerPart = {
  reactions: { 'order.shipped': { takeSent }, 'order.paidLate': { takeLate } },
  schedules: [{ name: 'settle-drop-stock', everyMs: 5 * minute, run: settleDrops }],
};
