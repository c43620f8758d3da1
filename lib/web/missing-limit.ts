import type { IncomingMessage, ServerResponse } from 'node:http';

import { bounded } from '@/lib/core/bounded';
import { translator } from '@/lib/core/i18n';

import { clientAddress, clientNetwork } from './address';
import { securityHeaders } from './headers';
import { isMemberPage } from './whole-pages';

/** How many pages that do not exist one network may have made at once, and how many more each second. */
export const missing = { atOnce: 30, eachSecond: 0.5 };
/** How many pages that are not known to exist, or are made for one member, are made for one network side by side, and how many of the former may wait for that. */
export const unknown = { sideBySide: 4, waiting: 100 };

type Budget = { left: number; at: number };

const budgets = bounded<Budget>({
  name: 'missing pages by network',
  holds: 'How many pages that do not exist each client network may still ask for.',
  count: 20_000,
  bytes: 4 * 1024 * 1024,
  ttl: (1_000 * missing.atOnce) / missing.eachSecond,
  sizeOf: () => 32,
});
const found = bounded<boolean>({
  name: 'pages that exist',
  holds: 'Addresses that led to a page within the hour, which are answered whatever else their reader asked for.',
  count: 20_000,
  bytes: 4 * 1024 * 1024,
  ttl: 3_600_000,
});

type Turns = { running: number; waiting: (() => void)[] };

const turns = bounded<Turns>({
  name: 'unknown pages being made',
  holds:
    'How many pages for members, or not known to exist, are being made for each client network, and who waits for one.',
  count: 20_000,
  bytes: 24 * 1024 * 1024,
  ttl: 120_000,
  sizeOf: () => 1_024,
});

// Route handlers and files: nothing is rendered for them, and a page whose scripts were refused would not work.
const noPage = /^\/(api|_next|files)\//;
let publicFiles: ReadonlySet<string> | null = null;

/** Tells the addresses of the files in `public`, which are no pages. */
export function namePublicFiles(addresses: Iterable<string>): void {
  publicFiles = new Set(addresses);
}

/**
 * Whether a public page may be made for a request; false once it has been answered with 429. To make a page that says
 * that nothing is here costs as much as any other, and there is no end of such addresses: each network has a budget of
 * them, and a few side by side, so that nobody else waits for more than those.
 */
export async function mayMakePage(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = (request.url ?? '').split('?', 1)[0]!;
  // Next answers OPTIONS without a page, and makes one for a post as it does for a reader.
  if (request.method === 'OPTIONS' || noPage.test(path) || publicFiles?.has(path)) return true;
  const network = clientNetwork(
    clientAddress(
      request.headers['x-forwarded-for'] as string | undefined,
      request.headers['x-millet-address'] as string | undefined,
    ),
  );
  // A post whose body never ends would keep its turn.
  const waits = request.method !== 'POST';
  // Nobody has these made ahead of others either: who leaves while waiting costs nothing, but what is begun is made to its end.
  if (isMemberPage(path)) return !waits || takeTurn(network, response, Infinity);
  const known = found.has(path);
  if (!known && !spend(network, Date.now())) return refuse(path, response);
  if (!known && waits && !(await takeTurn(network, response))) return response.closed ? false : refuse(path, response);
  response.once('close', () => {
    // Who left before the answer began has not shown that there is a page.
    if (!response.headersSent) return;
    if (response.statusCode !== 404) {
      if (!known) give(network);
    } else if (request.method !== 'POST') found.delete(path);
    if (response.statusCode === 200) found.set(path, true);
  });
  return true;
}

/** Waits for one of the network's turns, which ends with the answer; false when too many wait already, or the client has left. */
async function takeTurn(network: string, response: ServerResponse, mostWaiting = unknown.waiting): Promise<boolean> {
  const own = turns.get(network) ?? { running: 0, waiting: [] };
  turns.set(network, own);
  const end = () => {
    const next = own.waiting.shift();
    if (next) next();
    else own.running -= 1;
  };
  if (own.running < unknown.sideBySide) own.running += 1;
  else if (own.waiting.length >= mostWaiting) return false;
  else {
    await new Promise<void>((resolve) => own.waiting.push(resolve));
    // Who left together ends one after another: all are known once this turn of the loop is over.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (response.closed) {
    end();
    return false;
  }
  response.once('close', end);
  return true;
}

function spend(network: string, now: number): boolean {
  const { left, at } = budgets.get(network) ?? { left: missing.atOnce, at: now };
  const full = Math.min(missing.atOnce, left + ((now - at) / 1_000) * missing.eachSecond);
  budgets.set(network, { left: full < 1 ? full : full - 1, at: now });
  return full >= 1;
}

function give(network: string): void {
  const budget = budgets.get(network);
  if (budget) budget.left = Math.min(missing.atOnce, budget.left + 1);
}

const fixedHeaders = Object.fromEntries(securityHeaders.map(({ key, value }) => [key, value]));

function refuse(path: string, response: ServerResponse): false {
  const seconds = Math.ceil(1 / missing.eachSecond);
  const locale = path.startsWith('/zh') ? 'zh' : 'en';
  const words = translator(locale, 'errors')('rate-limited', { seconds });
  response.writeHead(429, {
    ...fixedHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    'retry-after': String(seconds),
  });
  response.end(
    `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><meta name="viewport" content="width=device-width"><title>429</title><p>${words}</p></html>`,
  );
  return false;
}
