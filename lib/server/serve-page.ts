import type { IncomingMessage, ServerResponse } from 'node:http';

import { normalAddress } from './normal-address';
import { keyToFill } from './page-key';
import type { Pages } from './pages';
import { answerNotFound } from './refuse-request';
import { bodyLimit, guestBodyLimit } from './request-limits';
import { openSession, sessionTokenIn } from './token';

// Names of the same pages in the form that Next's router reads, which it asks for by headers instead.
const routerForm = /\.rsc$/;

/** Lets the pages' thread answer a request: at the one address of its page, with as long a body as its sender may bring. */
export async function servePageOf(
  pages: Pick<Pages, 'pass' | 'fill'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, url = '/' } = request;
  if (method !== 'POST') {
    const normal = normalAddress(url);
    if (normal !== url)
      return void response.writeHead(308, { location: normal, 'cache-control': 'private, no-store' }).end();
    if (routerForm.test(url.split('?', 1)[0]!)) return answerNotFound(response);
    const key = keyToFill(request);
    if (key !== null) return pages.fill(request, response, key);
  }
  const forGuests = method === 'POST' ? guestBodyLimit(url) : null;
  const signedIn = forGuests === null || (await openSession(sessionTokenIn(request.headers.cookie))) !== null;
  pages.pass(request, response, signedIn ? bodyLimit(url) : forGuests);
}
