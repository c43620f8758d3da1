import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Pages } from './pages';
import { bodyLimit, guestBodyLimit } from './request-limits';
import { openSession, sessionTokenIn } from './token';

/** Lets the pages' thread answer a request, with as long a body as its sender may bring. */
export async function servePageOf(pages: Pick<Pages, 'pass'>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '/' } = request;
  const forGuests = method === 'POST' ? guestBodyLimit(url) : null;
  const signedIn = forGuests === null || (await openSession(sessionTokenIn(request.headers.cookie))) !== null;
  pages.pass(request, response, signedIn ? bodyLimit(url) : forGuests);
}
