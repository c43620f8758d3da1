import type { WorkerPart } from '@/lib/core/worker-part';

import { tellOfDecision, tellOfEnd, tellOfRequest } from './on-return';

export const returnsFlowsWorker: WorkerPart = {
  reactions: {
    'return.asked': { tellOfRequest },
    'return.decided': { tellOfDecision },
    'return.closed': { tellOfEnd },
  },
};
