import { hour } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { closeOldRepairs } from './close-old';
import { tellOfAsked, tellOfMove } from './on-repair';

export const repairsFlowsWorker: WorkerPart = {
  reactions: { 'repair.asked': { tellOfAsked }, 'repair.moved': { tellOfMove } },
  schedules: [{ name: 'close-repairs', everyMs: hour, run: closeOldRepairs }],
};
