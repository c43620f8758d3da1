import type { Jobs } from '@/lib/core/jobs';
import { settleDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { tellStore } from '@/lib/outside/payments/demo/tell-store';

import { fetchImage } from './fetch-image';
import { closeSession } from './on-drop-cancelled';
import { fetchRemotePicture } from './fetch-remote-picture';
import { react } from './react';
import { sendMail } from './send-mail';
import { runRefund } from './refund-order';
import { settleNotice } from './take-notice';

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
