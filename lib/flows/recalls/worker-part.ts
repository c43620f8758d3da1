import { minute } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { warnNewOwner } from './on-owner-registered';
import { tellOfWithdrawal, tellOwners } from './on-recall';
import { workOnRecalls } from './work-on-recalls';

export const recallsFlowsWorker: WorkerPart = {
  reactions: {
    'owner.registered': { warnNewOwner },
    'recall.told': { tellOwners },
    'recall.withdrawn': { tellOfWithdrawal },
  },
  schedules: [{ name: 'recalls', everyMs: minute, run: workOnRecalls }],
};
