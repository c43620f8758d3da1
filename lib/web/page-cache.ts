import type { IncomingMessage, ServerResponse } from 'node:http';

type Page = { status: number; headers: Record<string, string | number | string[]>; body: Buffer; until: number };

const lifeMs = 5_000;
// A browser asks each time: it would show its reader what they have just changed as it was before.
const sharedLife = 'max-age=0, s-maxage=5, must-revalidate';
const mostBytes = 64 * 1024 * 1024;
const mostBytesPerPage = 2 * 1024 * 1024;

// One memory for the whole process: the server keeps pages, and the actions that Next has bundled drop them.
type Memory = { pages: Map<string, Page>; bytes: number; generation: number; built: Map<string, Page> };
const kept = globalThis as unknown as { milletPages?: Memory };
const memory: Memory = (kept.milletPages ??= { pages: new Map(), bytes: 0, generation: 0, built: new Map() });

/** Forgets every kept page: public data has changed. */
export function dropPages(): void {
  memory.pages.clear();
  memory.bytes = 0;
  memory.generation += 1;
}

/** Answers from memory when the same public document was made in the last five seconds, or the file is one of the build's. */
export function servePage(request: IncomingMessage, response: ServerResponse): boolean {
  const key = keyOf(request);
  const page = key ? (memory.pages.get(key) ?? memory.built.get(key)) : undefined;
  if (!page || page.until < Date.now()) return false;
  response.writeHead(page.status, { ...page.headers, 'x-millet-cache': 'hit' });
  response.end(request.method === 'HEAD' ? undefined : page.body);
  return true;
}

/**
 * Lets shared caches keep a document for five seconds, whatever life Next gives it: what a moderator hides must be
 * gone from a CDN as soon as it is gone from here.
 */
export function shortenSharedLife(response: ServerResponse): void {
  const { setHeader } = response;
  response.setHeader = function (this: ServerResponse, name: string, value: number | string | readonly string[]) {
    const kept = name.toLowerCase() === 'cache-control' ? String(value).replace(/s-maxage=\d+(, stale-while-revalidate(=\d+)?)?/, sharedLife) : value;
    return setHeader.call(this, name, kept);
  } as typeof setHeader;
}

/** Keeps the document that is being written, if its Cache-Control lets shared caches keep it, or the build's file. */
export function keepPage(request: IncomingMessage, response: ServerResponse): void {
  const key = request.method === 'GET' ? keyOf(request) : null;
  if (!key) return;
  const chunks: Buffer[] = [];
  const begun = memory.generation;
  const { write, end } = response;
  const take = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    take(args[0]);
    return write.apply(this, args as Parameters<typeof write>);
  } as typeof write;
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    take(args[0]);
    if (begun === memory.generation) store(key, response, Buffer.concat(chunks));
    return end.apply(this, args as Parameters<typeof end>);
  } as typeof end;
}

function store(key: string, response: ServerResponse, body: Buffer): void {
  const control = String(response.getHeader('cache-control') ?? '');
  if (response.statusCode === 200 && control.includes('immutable')) memory.built.set(key, { status: 200, headers: headersOf(response), body, until: Infinity });
  const keepable = response.statusCode === 200 && /s-maxage=[1-9]/.test(control) && !/private|no-store/.test(control);
  // What Next itself calls stale is being made anew at this moment: kept, it would be told for five seconds more.
  const stale = response.getHeader('x-nextjs-cache') === 'STALE';
  if (!keepable || stale || response.hasHeader('set-cookie') || body.length > mostBytesPerPage) return;
  while (memory.bytes + body.length > mostBytes && memory.pages.size > 0) forget(memory.pages.keys().next().value as string);
  forget(key);
  memory.pages.set(key, { status: 200, headers: headersOf(response), body, until: Date.now() + lifeMs });
  memory.bytes += body.length;
}

function headersOf(response: ServerResponse): Page['headers'] {
  const headers = { ...response.getHeaders() } as Page['headers'];
  delete headers['transfer-encoding'];
  delete headers.connection;
  delete headers.date;
  return headers;
}

function forget(key: string): void {
  memory.bytes -= memory.pages.get(key)?.body.length ?? 0;
  memory.pages.delete(key);
}

// Languages, and what the build made: few files, each named by its own digest.
const kinds = /^\/(en|zh|_next\/static)(\/|$)/;

// Only whole documents without a query: what Next's router asks for varies by many headers.
function keyOf(request: IncomingMessage): string | null {
  const { url = '', headers } = request;
  if (!kinds.test(url) || url.includes('?') || headers.rsc || headers['next-router-prefetch']) return null;
  const encoding = /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')) ? 'gzip' : 'plain';
  return `${encoding} ${url}`;
}
