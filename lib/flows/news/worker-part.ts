import { minute } from '@/lib/core/time';
import type { WorkerPart } from '@/lib/core/worker-part';

import { tellOpened } from './tell-opened';
import { mailConfirmation, mailJoined } from './on-news-asked';

export const newsFlowsWorker: WorkerPart = {
  schedules: [{ name: 'tell-opened', everyMs: minute, run: tellOpened }],
  reactions: { 'news.asked': { mailConfirmation }, 'news.confirmed': { mailJoined } },
};
