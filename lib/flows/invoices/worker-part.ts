import type { WorkerPart } from '@/lib/core/worker-part';

import { creditRefunded, invoicePaid } from './invoice-order';

export const invoicesFlowsWorker: WorkerPart = {
  reactions: {
    'order.paid': { invoicePaid },
    'order.refunded': { creditRefunded },
    'order.refundedPartly': { creditRefunded },
  },
};
