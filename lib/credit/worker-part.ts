import { hour } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { expireCards } from './schedules/expire';

export const creditWorker: WorkerPart = { schedules: [{ name: 'expire-credit', everyMs: hour, run: expireCards }] };
