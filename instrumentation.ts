import type { Instrumentation } from 'next';

import { log } from '@/lib/core/log';

/** Joins the number that an error page shows to the id of the request, in one line of the log. */
export const onRequestError: Instrumentation.onRequestError = (error, request) => {
  const { digest } = error as { digest?: string };
  log.error({ err: error, digest, requestId: request.headers['x-request-id'], path: request.path }, 'page failed');
};
