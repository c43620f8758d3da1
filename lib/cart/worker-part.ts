import { hour } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { forgetCarts } from './schedules/forget-carts';

export const cartWorker: WorkerPart = { schedules: [{ name: 'forget-carts', everyMs: hour, run: forgetCarts }] };
