import { handle, type WorkerPart } from '@/lib/core/worker-part';
import { sendMailJob } from './jobs';
import { sendMail } from './send-mail';

export const notificationsWorker: WorkerPart = { jobs: [handle(sendMailJob, ({ mailId }) => sendMail(mailId))] };
