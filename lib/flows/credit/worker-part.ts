import type { WorkerPart } from '@/lib/core/worker-part';

import { tellOfCredit } from './on-credit';

export const creditFlowsWorker: WorkerPart = { reactions: { 'credit.issued': { tellOfCredit } } };
