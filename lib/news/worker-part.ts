import type { WorkerPart } from '@/lib/core/worker-part';
import { hour } from '@/lib/core/time';

import { forgetConsents } from './schedules/forget-consents';

export const newsWorker: WorkerPart = { schedules: [{ name: 'forget-news', everyMs: hour, run: forgetConsents }] };
