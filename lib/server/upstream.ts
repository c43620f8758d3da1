import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough, Transform, type Readable, type Writable } from 'node:stream';

import { Pool } from 'undici';

import { log } from '@/lib/core/log';

import { clientAddress, clientNetwork } from './address';
import { answerUnavailable } from './answer-unavailable';
import { namedPath, pathHeader } from './asked-path';
import { drainThen, hasBody, refuse, tooLarge } from './refuse-request';
import { beginToMake, serveLast, takeAnswer } from './page-cache';
import { takesGzip, wholeHeader } from './page-key';
import { requestIdHeader, requestIdOf } from './request-id';

export type Upstream = {
  /** Passes a request on, with a body of so many bytes at most, and its answer back. */
  pass(request: IncomingMessage, response: ServerResponse, mostBytes: number): void;
  /** Requests the answer that is the same for everyone, from the address of the request alone, and caches it under this key. */
  fill(request: IncomingMessage, response: ServerResponse, key: string): void;
  /** Posts a text of this process's own; answers the status. */
  post(path: string, body: string, headers: Record<string, string>): Promise<number>;
  close(): Promise<void>;
};

/** How many requests may be on their way to the pages at once: of all, of one client network, and of one connection. */
export const mostInFlight = { all: 4_096, ofNetwork: 512, ofConnection: 32 };

/** Opens connections to the HTTP server on a socket of this machine. */
export function openUpstream(socketPath: string, connections: number | null = null): Upstream {
  const pool = new Pool('http://localhost', { socketPath, connections, pipelining: 1, keepAliveTimeout: 60_000 });
  const traffic: Traffic = { total: 0, ofNetwork: new Map(), ofConnection: new WeakMap() };
  const begin = (exchange: Exchange) => {
    const { request, response, key } = exchange;
    if (!enter(traffic, request, response)) return answerUnavailable(request, response, 'Too many requests at once');
    // Not for one that is refused: others would get the last document while nobody makes the next.
    if (key !== undefined) beginToMake(key, response);
    pass(pool, exchange);
  };
  return {
    pass: (request, response, mostBytes) => begin({ request, response, mostBytes }),
    fill: (request, response, key) => begin({ request, response, mostBytes: 0, key }),
    post: async (path, body, headers) => {
      const answer = await pool.request({ path, method: 'POST', body, headers });
      await answer.body.dump();
      return answer.statusCode;
    },
    close: () => pool.destroy(),
  };
}

type Traffic = { total: number; ofNetwork: Map<string, number>; ofConnection: WeakMap<object, number> };

// A client may pipeline any number of requests, which would all start at once, or open thousands of connections whose
// bodies never end or whose answers are never read. The bounds keep capacity for all other clients.
function enter(traffic: Traffic, { socket, headers }: IncomingMessage, response: ServerResponse): boolean {
  const network = clientNetwork(clientAddress(headers['x-forwarded-for'] as string | undefined, socket.remoteAddress));
  const ofNetwork = traffic.ofNetwork.get(network) ?? 0;
  const own = traffic.ofConnection.get(socket) ?? 0;
  if (traffic.total >= mostInFlight.all || ofNetwork >= mostInFlight.ofNetwork || own >= mostInFlight.ofConnection)
    return false;
  count(traffic, network, socket, 1);
  response.once('close', () => count(traffic, network, socket, -1));
  return true;
}

function count(traffic: Traffic, network: string, socket: object, by: 1 | -1): void {
  traffic.total += by;
  traffic.ofConnection.set(socket, (traffic.ofConnection.get(socket) ?? 0) + by);
  const left = (traffic.ofNetwork.get(network) ?? 0) + by;
  // A network without requests is not remembered, so there are never more of them than requests.
  if (left > 0) traffic.ofNetwork.set(network, left);
  else traffic.ofNetwork.delete(network);
}

type Exchange = { request: IncomingMessage; response: ServerResponse; mostBytes: number; key?: string };

function pass(pool: Pool, exchange: Exchange): void {
  const { request, response, key } = exchange;
  if (!isCarried(request)) return refuse(request, response, { status: 400, why: 'This request cannot be passed on' });
  // The client has disconnected: the request to the pages is aborted.
  const left = new AbortController();
  response.once('close', () => left.abort());
  pool.stream(
    {
      path: request.url!,
      method: key === undefined ? (request.method as 'GET') : 'GET',
      signal: left.signal,
      responseHeaders: 'raw',
      headers: [requestIdHeader, requestIdOf(request), ...(key === undefined ? ofOne(request) : ofEveryone(request))],
      body: hasBody(request) ? bodyOf(exchange) : null,
    },
    ({ statusCode, headers }) => {
      const given = headers as unknown as string[];
      const taken =
        key === undefined ? null : takeAnswer(key, request, response, { status: statusCode, headers: given });
      if (taken) return taken;
      // When the answer came before the end of the body, the rest of the body must not be parsed as the next request.
      response.writeHead(statusCode, [
        ...endToEnd(given),
        requestIdHeader,
        requestIdOf(request),
        ...(request.complete ? [] : ['connection', 'close']),
      ]);
      return receiverOf(exchange);
    },
    (error) => error && fail(error, exchange),
  );
}

function ofOne({ rawHeaders, socket, url = '/' }: IncomingMessage): string[] {
  return ['x-millet-address', socket.remoteAddress ?? 'unknown', ...namedPath(url), ...endToEnd(rawHeaders)];
}

// The document is cached for everyone, so no header of this visitor is passed on.
function ofEveryone({ headers, socket }: IncomingMessage): string[] {
  const address = clientAddress(headers['x-forwarded-for'] as string | undefined, socket.remoteAddress);
  const coding = takesGzip(headers['accept-encoding']) ? ['accept-encoding', 'gzip'] : [];
  return ['x-millet-address', address, wholeHeader, '1', ...coding];
}

// undici must not get a request that it refuses: its pool would count that connection as busy for ever.
function isCarried({ url = '', rawHeaders }: IncomingMessage): boolean {
  const [hosts, lengths] = ['host', 'content-length'].map(
    (name) => rawHeaders.filter((each, at) => at % 2 === 0 && each.toLowerCase() === name).length,
  );
  return (
    /^\/[!-\xff]*$/.test(url) &&
    hosts! < 2 &&
    lengths! < 2 &&
    !rawHeaders.some((each) => /[^\t\x20-\x7e\x80-\xff]/.test(each))
  );
}

// A stream between the two, so that an early answer does not destroy the client's connection.
function bodyOf({ request, mostBytes }: Exchange): Readable {
  let size = 0;
  const body = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length;
      if (size > mostBytes) done(new BodyTooLarge());
      else done(null, chunk);
    },
  });
  request.once('close', () => request.complete || body.destroy(new Error('The client left before its body was whole')));
  return request.pipe(body);
}

class BodyTooLarge extends Error {}

function receiverOf(exchange: Exchange): Writable {
  const { request, response } = exchange;
  if (request.complete && request.httpVersion === '1.1') return response;
  const relay = new PassThrough();
  relay.once('error', () => cutShort(exchange));
  relay.once('end', () => (request.complete ? response.end() : drainThen(request, () => response.end())));
  relay.pipe(response, { end: false });
  return relay;
}

// An HTTP/1.0 client takes the end of the connection for the end of the answer, unless the connection is reset.
function cutShort({ request, response }: Exchange): void {
  if (request.httpVersion === '1.0') request.socket.resetAndDestroy();
  response.destroy();
}

function fail(error: Error, exchange: Exchange): void {
  const { request, response } = exchange;
  if (response.closed || response.destroyed) return;
  if (response.headersSent) return cutShort(exchange);
  if (exchange.key !== undefined && serveLast(exchange.key, request, response)) return;
  if (error instanceof BodyTooLarge) return refuse(request, response, tooLarge);
  log.error({ err: error, url: request.url, requestId: requestIdOf(request) }, 'a page did not come');
  answerUnavailable(request, response, 'Try again in a moment');
}

const ofConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'x-millet-address',
  pathHeader,
  requestIdHeader,
  wholeHeader,
]);

/** Raw headers without those that are about one connection, as named by RFC 9110 (7.6.1) and by Connection itself. */
function endToEnd(raw: string[]): string[] {
  const named = new Set<string>();
  for (let at = 0; at < raw.length; at += 2)
    if (raw[at]!.toLowerCase() === 'connection')
      for (const name of raw[at + 1]!.split(',')) named.add(name.trim().toLowerCase());
  const headers: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at]!.toLowerCase();
    if (!ofConnection.has(name) && !named.has(name)) headers.push(raw[at]!, raw[at + 1]!);
  }
  return headers;
}
