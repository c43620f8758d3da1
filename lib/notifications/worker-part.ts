import { second } from '@/lib/core/time';
import { handle, type WorkerPart } from '@/lib/core/worker-part';
import { writeNoticesJob, sendMailJob } from './jobs';
import { writeQueuedPart } from './write-notices';
import { resumeNotices } from './schedules/resume-waiting';
import { sendMail } from './send-mail';

export const notificationsWorker: WorkerPart = {
  jobs: [handle(writeNoticesJob, writeQueuedPart), handle(sendMailJob, ({ mailId }) => sendMail(mailId))],
  schedules: [{ name: 'resume-notices', everyMs: 15 * second, run: resumeNotices }],
};
