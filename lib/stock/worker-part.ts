import { hour } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { proveNightly } from './schedules/prove-nightly';

export const stockWorker: WorkerPart = { schedules: [{ name: 'prove-stock', everyMs: hour, run: proveNightly }] };
