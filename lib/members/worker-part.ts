import type { WorkerPart } from '@/lib/core/worker-part';
import { hour } from '@/lib/core/time';
import { deleteExpired } from './schedules/delete-expired';
import { raiseTrust } from './schedules/raise-trust';

export const membersWorker: WorkerPart = {
  schedules: [
    { name: 'raise-trust', everyMs: hour, run: raiseTrust },
    { name: 'forget-codes', everyMs: hour, run: deleteExpired },
  ],
};
