import { handle, type WorkerPart } from '@/lib/core/worker-part';
import { minute } from '@/lib/core/time';
import { sendWebhookJob } from '@/lib/notifications/jobs';

import { sendWebhook } from './send-webhook';
import { tellStaff } from './tell-staff';

export const notificationsFlowsWorker: WorkerPart = {
  jobs: [handle(sendWebhookJob, (message) => sendWebhook(message))],
  schedules: [{ name: 'tell-staff', everyMs: minute, run: tellStaff }],
};
