import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { bounded } from '@/lib/core/bounded';

type Page = { headers: OutgoingHttpHeaders; body: Buffer; freshUntil: number };

const lifeMs = 5_000;
// How long a document may still be shown where a new one cannot be made, as when the database is away; Next's own `expire`.
const staleMs = 300_000;
// A browser asks each time: it would show its reader what they have just changed as it was before.
const sharedLife = 'max-age=0, s-maxage=5, must-revalidate';
const mostBytesPerPage = 2 * 1024 * 1024;
const sizeOf = ({ headers, body }: Page) => body.length + 2 * JSON.stringify(headers).length;

// Both live once in the process: the server keeps pages, and the actions that Next has bundled drop them.
const documents = bounded<Page>({
  name: 'public documents',
  holds: 'Public pages as they were sent, for five seconds, or five minutes where no new one can be made.',
  count: 5_000,
  bytes: 64 * 1024 * 1024,
  ttl: staleMs,
  sizeOf,
});
const files = bounded<Page>({
  name: 'files of the build',
  holds: 'Scripts, styles and fonts of the build, by their exact names.',
  count: 5_000,
  bytes: 64 * 1024 * 1024,
  ttl: 24 * 3_600_000,
  sizeOf,
});
type State = { generation: number; buildFiles: ReadonlySet<string> | null };
const shared = globalThis as unknown as { milletPages?: State };
const state = (shared.milletPages ??= { generation: 0, buildFiles: null });

/** Tells which addresses lead to files of the build. */
export function nameBuildFiles(addresses: Iterable<string>): void {
  state.buildFiles = new Set(addresses);
}

/** Whether an address is under those of the build's files and leads to none of them, as far as their exact names tell. */
export function isNoBuildFile(url: string): boolean {
  return url.startsWith(buildRoot) && !state.buildFiles?.has(url.split('?', 1)[0]!);
}

/** Forgets every kept page: public data has changed. */
export function dropPages(): void {
  documents.clear();
  state.generation += 1;
}

/** Answers from memory when the same public document was made in the last five seconds, or the file is one of the build's. */
export function servePage(request: IncomingMessage, response: ServerResponse): boolean {
  const key = keyOf(request);
  const page = key ? (documents.get(key) ?? files.get(key)) : undefined;
  if (!page || page.freshUntil < Date.now()) return false;
  send(page, request, response, 'hit');
  return true;
}

function send({ headers, body }: Page, request: IncomingMessage, response: ServerResponse, how: string): void {
  const known = String(headers.etag ?? '').replace('W/', '');
  const same =
    known !== '' &&
    (request.headers['if-none-match'] ?? '').split(',').some((tag) => tag.trim().replace('W/', '') === known);
  const { 'content-length': length, ...rest } = headers;
  const head: OutgoingHttpHeaders = { ...rest, 'x-millet-cache': how };
  if (!same && length !== undefined) head['content-length'] = length;
  response.writeHead(same ? 304 : 200, head);
  response.end(same || request.method === 'HEAD' ? undefined : body);
}

/**
 * Lets shared caches keep a document for five seconds, whatever life Next gives it: what a moderator hides must be
 * gone from a CDN as soon as it is gone from here. What is made for one reader, no cache keeps.
 */
export function shortenSharedLife(response: ServerResponse, forOne = false): void {
  const { setHeader } = response;
  const lifeOf = (given: string): string =>
    forOne ? 'private, no-store' : given.replace(/s-maxage=\d+(, stale-while-revalidate(=\d+)?)?/, sharedLife);
  response.setHeader = function (this: ServerResponse, name: string, value: number | string | readonly string[]) {
    return setHeader.call(this, name, name.toLowerCase() === 'cache-control' ? lifeOf(String(value)) : value);
  } as typeof setHeader;
}

/**
 * Keeps the document that is being written, if its Cache-Control lets shared caches keep it, or the build's file. Where
 * the document cannot be made, the last one that was is sent in its place.
 */
export function keepPage(request: IncomingMessage, response: ServerResponse): void {
  const key = request.method === 'GET' || request.method === 'HEAD' ? keyOf(request) : null;
  if (!key) return;
  const chunks: Buffer[] = [];
  const begun = state.generation;
  const { write, end } = response;
  const replaced = replacedByLast(key, request, response);
  const take = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    if (replaced()) return true;
    take(args[0]);
    return write.apply(this, args as Parameters<typeof write>);
  } as typeof write;
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    if (replaced()) return this;
    take(args[0]);
    if (request.method === 'GET' && begun === state.generation) store(key, response, Buffer.concat(chunks));
    return end.apply(this, args as Parameters<typeof end>);
  } as typeof end;
}

// Before the first byte of a failure: whether the last document was sent in its place, so that nothing more is written.
function replacedByLast(key: string, request: IncomingMessage, response: ServerResponse): () => boolean {
  const { write, end } = response;
  let replaced = false;
  return () => {
    const last = !replaced && response.statusCode >= 500 && !response.headersSent ? documents.get(key) : undefined;
    if (!last) return replaced;
    replaced = true;
    const { write: watchedWrite, end: watchedEnd } = response;
    Object.assign(response, { write, end });
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    send(last, request, response, 'stale');
    Object.assign(response, { write: watchedWrite, end: watchedEnd });
    return true;
  };
}

function store(key: string, response: ServerResponse, body: Buffer): void {
  const control = String(response.getHeader('cache-control') ?? '');
  if (response.statusCode !== 200 || response.hasHeader('set-cookie') || body.length > mostBytesPerPage) return;
  if (isOfBuild(key)) {
    if (control.includes('immutable')) files.set(key, { headers: headersOf(response), body, freshUntil: Infinity });
    return;
  }
  const keepable = /s-maxage=[1-9]/.test(control) && !/private|no-store/.test(control);
  // What Next itself calls stale is being made anew at this moment: kept, it would be told for five seconds more.
  if (!keepable || response.getHeader('x-nextjs-cache') === 'STALE') return;
  documents.set(key, { headers: headersOf(response), body, freshUntil: Date.now() + lifeMs });
}

function headersOf(response: ServerResponse): Page['headers'] {
  const headers = { ...response.getHeaders() };
  delete headers['transfer-encoding'];
  delete headers.connection;
  delete headers.date;
  return headers;
}

const buildRoot = '/_next/static/';
const isOfBuild = (key: string): boolean => key.includes(` ${buildRoot}`);

// Languages, and what the build made.
const kinds = /^\/(en|zh|_next\/static)(\/|$)/;
const longest = 1_024;

// Only whole documents without a query: what Next's router asks for varies by many headers.
function keyOf(request: IncomingMessage): string | null {
  const { url = '', headers } = request;
  if (
    !kinds.test(url) ||
    url.includes('?') ||
    url.length > longest ||
    headers.rsc ||
    headers['next-router-prefetch'] ||
    isNoBuildFile(url)
  )
    return null;
  return `${takesGzip(headers['accept-encoding']) ? 'gzip' : 'plain'} ${url}`;
}

/** Leaves Next no choice of coding but the one that an answer is kept by: gzip for who takes it, none for all others. */
export function settleCoding(request: IncomingMessage): void {
  if (takesGzip(request.headers['accept-encoding'])) request.headers['accept-encoding'] = 'gzip';
  else delete request.headers['accept-encoding'];
}

function takesGzip(header: string | string[] | undefined): boolean {
  const gzip = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .find(([name]) => name === 'gzip');
  const weight = gzip?.find((parameter) => parameter.startsWith('q='));
  return gzip !== undefined && (weight === undefined || Number(weight.slice(2)) > 0);
}
