import type { Instrumentation } from 'next';

import { failsAtReading } from '@/lib/server/next-quirks/answer';

/** Joins the number that an error page shows to the id of the request, in one line of the log. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const unreadable = failsAtReading();
  // Next compiles this file for its Edge runtime too, which has no files and is never used here.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('@/lib/core/log');
    const { digest } = error as { digest?: string };
    const fields = { err: error, digest, requestId: request.headers['x-request-id'], path: request.path };
    if (unreadable) log.info(fields, 'a form could not be read');
    else log.error(fields, 'page failed');
  }
};
