import type { WorkerPart } from '@/lib/core/worker-part';

import { mailConfirmation, mailJoined } from './on-news-asked';

export const newsFlowsWorker: WorkerPart = {
  reactions: { 'news.asked': { mailConfirmation }, 'news.confirmed': { mailJoined } },
};
