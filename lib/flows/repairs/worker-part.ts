import type { WorkerPart } from '@/lib/core/worker-part';

import { tellOfAsked, tellOfMove } from './on-repair';

export const repairsFlowsWorker: WorkerPart = {
  reactions: { 'repair.asked': { tellOfAsked }, 'repair.moved': { tellOfMove } },
};
