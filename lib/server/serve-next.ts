import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import { answering } from './next-quirks/answer';
import { leadOnce } from './next-quirks/lead-once';
import { refuseForm } from './next-quirks/refuse-form';
import { refuseRouterState } from './next-quirks/router-state';
import { answeringPost } from './next-quirks/unreadable-post';
import { renderBeforeResponding } from './next-quirks/whole-pages';

/**
 * Lets Next answer one request, in production and in development alike: refuses what Next would answer 500 to, renders pages
 * for members before the response begins, and answers posts that cannot be read in words.
 */
export async function serveNext(
  request: IncomingMessage,
  response: ServerResponse,
  handle: RequestListener,
): Promise<void> {
  if (refuseRouterState(request, response) || (await refuseForm(request, response))) return;
  leadOnce(response);
  const whole = renderBeforeResponding(request);
  const make = () => handle(request, response);
  await (request.method === 'POST'
    ? answeringPost(request, response, make)
    : whole
      ? answering({ response }, make)
      : make());
}
