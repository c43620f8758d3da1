import type { WorkerPart } from '@/lib/core/worker-part';
import { hour } from '@/lib/core/time';
import { forgetCodes } from './schedules/forget-codes';
import { raiseTrust } from './schedules/raise-trust';

export const membersWorker: WorkerPart = {
  schedules: [
    { name: 'raise-trust', everyMs: hour, run: raiseTrust },
    { name: 'forget-codes', everyMs: hour, run: forgetCodes },
  ],
};
