import type { Jobs } from '@/lib/core/jobs';

import { react } from './react';

/** What the worker does for each job. Every one may run twice and must not matter if it does. */
export const jobs: { [N in keyof Jobs]: (payload: Jobs[N]) => Promise<void> } = {
  react: ({ eventId }) => react(eventId),
  sendMail: async () => undefined,
  runRefund: async () => undefined,
  closeSession: async () => undefined,
  settleNotice: async () => undefined,
  fetchImage: async () => undefined,
};
