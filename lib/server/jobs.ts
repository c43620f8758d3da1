import type { Jobs } from '@/lib/core/jobs';
import { settleDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { tellStore } from '@/lib/outside/payments/demo/tell-store';

import { fetchImage } from '@/lib/flows/catalog/fetch-image';
import { closeSession } from '@/lib/flows/drops/on-drop-cancelled';
import { fetchRemotePicture } from '@/lib/flows/catalog/fetch-remote-picture';
import { react } from './react';
import { sendMail } from '@/lib/notifications/send-mail';
import { runRefund } from '@/lib/flows/orders/refund-order';
import { settleNotice } from '@/lib/flows/orders/take-notice';

/** What the worker does for each job. Every one may run twice and must not matter if it does. */
export const jobs: { [N in keyof Jobs]: (payload: Jobs[N]) => Promise<void> } = {
  react: ({ eventId }) => react(eventId),
  sendMail: ({ mailId }) => sendMail(mailId),
  runRefund: (payload) => runRefund(payload),
  closeSession: (payload) => closeSession(payload),
  settleNotice: (payload) => settleNotice(payload),
  settleDemo: async ({ sessionId, late }) => void (await settleDemo(sessionId, { late })),
  tellStore: ({ body }) => tellStore(body),
  fetchImage: ({ imageId }) => fetchImage(imageId),
  fetchRemotePicture: ({ pictureId }) => fetchRemotePicture(pictureId),
};
