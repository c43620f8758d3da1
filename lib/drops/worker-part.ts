import type { WorkerPart } from '@/lib/core/worker-part';
import { hour, second } from '@/lib/core/time';
import { carryOver } from './schedules/carry-over';
import { closeWaitlists } from './schedules/close-waitlists';
import { decideDueWaves } from './schedules/decide-waves';

export const dropsWorker: WorkerPart = {
  schedules: [
    { name: 'decide-waves', everyMs: second, run: decideDueWaves },
    { name: 'carry-over', everyMs: 5 * second, run: carryOver },
    { name: 'close-waitlists', everyMs: hour, run: closeWaitlists },
  ],
};
