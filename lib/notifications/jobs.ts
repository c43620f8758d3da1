import { declareJob } from '@/lib/core/jobs';

/** Sends one mail that stands in the mailbox. */
export const sendMailJob = declareJob<{ mailId: string }>('sendMail', { priority: 10 });
