import type { IncomingMessage, ServerResponse } from 'node:http';

import { bounded } from '@/lib/core/bounded';

import { clientAddress, clientNetwork } from './address';
import { answerInWords } from './answer-in-words';
import { networkBudget } from '@/lib/core/network-budget';
import { isMissingPage } from './missing-page';
import { takePostTurn, takeTurn } from './page-turns';
import { isMemberPage } from './next-quirks/whole-pages';

/** How many pages that do not exist one network may have made at once, and how many more each second. */
export const missing = { atOnce: 30, eachSecond: 0.5 };

const budget = networkBudget({
  name: 'missing pages by network',
  holds: 'How many pages that do not exist each client network may still ask for.',
  ...missing,
});
const found = bounded<boolean>({
  name: 'pages that exist',
  holds: 'Addresses that led to a page within the hour, which are answered whatever else their reader asked for.',
  count: 20_000,
  bytes: 4 * 1024 * 1024,
  ttl: 3_600_000,
});

/** Whether an address leads to a route handler or a file: nothing is rendered for them, and a page whose scripts were refused would not work. */
export const isNoPage = (path: string): boolean => /^\/(api|_next|files|brand-icons)\//.test(path);
let publicFiles: ReadonlySet<string> | null = null;

/** Tells the addresses of the files in `public`, which are no pages. */
export function namePublicFiles(addresses: Iterable<string>): void {
  publicFiles = new Set(addresses);
}

/**
 * Whether a request asks for a page that is the same for everyone. A file is none: sending it takes as long as its reader takes,
 * and neither pages nor other readers of it wait for that.
 */
export function isSharedPage({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  const path = url.split('?', 1)[0]!;
  return method !== 'POST' && !isMemberPage(path) && !isNoPage(path) && !publicFiles?.has(path);
}

/**
 * Whether a public page may be made for a request; false once it has been answered with 429. To make a page that says
 * that nothing is here costs as much as any other, and there is no end of such addresses: each network has a budget of
 * them, and a few side by side, so that nobody else waits for more than those.
 */
export async function mayMakePage(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = (request.url ?? '').split('?', 1)[0]!;
  // Next answers OPTIONS without a page, and makes one for a post as it does for a reader.
  if (request.method === 'OPTIONS' || isNoPage(path) || publicFiles?.has(path)) return true;
  const network = clientNetwork(
    clientAddress(
      request.headers['x-forwarded-for'] as string | undefined,
      request.headers['x-millet-address'] as string | undefined,
    ),
  );
  const post = request.method === 'POST';
  // Requests for these wait in turn: one that is aborted while waiting costs nothing, but a render that began runs to its end.
  if (isMemberPage(path))
    return post ? takePostTurn(network, request, response) : takeTurn(network, response, Infinity);
  // What is turned off is asked for as one page, which Next keeps.
  const known = found.has(path) || isMissingPage(path);
  if (!known && !budget.spend(network)) return refuse(path, response);
  if (post && !(await takePostTurn(network, request, response))) return false;
  if (!post && !known && !(await takeTurn(network, response))) return response.closed ? false : refuse(path, response);
  response.once('close', () => {
    // A request aborted before its answer began does not show that the page exists.
    if (response.headersSent) learn({ path, network, known, post }, response);
  });
  return true;
}

type Asked = { path: string; network: string; known: boolean; post: boolean };

// An address that only leads to another one costs as much as one that leads nowhere, and there is no end of these either.
// The answer to a post is begun before it is known whether there is a page: only what is no page has cost nothing.
function learn({ path, network, known, post }: Asked, response: ServerResponse): void {
  const { statusCode } = response;
  if (post) {
    const isPage = String(response.getHeader('content-type') ?? '').startsWith('text/html');
    if (!known && statusCode !== 404 && !isPage) budget.give(network);
    return;
  }
  if (statusCode === 404 || statusCode === 308) found.delete(path);
  else if (!known) budget.give(network);
  if (statusCode === 200) found.set(path, true);
}

function refuse(path: string, response: ServerResponse): false {
  const seconds = Math.ceil(1 / missing.eachSecond);
  const headers = { 'retry-after': String(seconds) };
  answerInWords(path, response, { status: 429, code: 'rate-limited', values: { seconds }, headers });
  return false;
}
