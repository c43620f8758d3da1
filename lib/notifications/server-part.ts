import { handle, type ServerPart } from '@/lib/core/server-part';

import { notificationReadDoor } from './endpoints';
import { sendMailJob } from './jobs';
import { sendMail } from './send-mail';

export const notificationsServer: ServerPart = {
  endpoints: [notificationReadDoor],
  jobs: [handle(sendMailJob, ({ mailId }) => sendMail(mailId))],
};
