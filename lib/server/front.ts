import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { log } from '@/lib/core/log';

import { isDraining } from './draining';
import { hostRefusal } from './known-hosts';
import { refusalOf, refuse } from './refuse-request';

const healthPath = '/api/health';
const stopping = { status: 503, why: 'stopping' };

export type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void> | undefined;

/** The server that visitors and proxies reach: refuses what must not go further, and hands on the rest. */
export function createFront(serve: Serve): Server {
  const closing = new WeakSet<object>();

  function admits(
    request: IncomingMessage,
    response: ServerResponse,
    refusal = refusalOf(request) ?? hostRefusal(request.headers.host),
  ): boolean {
    // What came behind a refused request may be a part of it.
    if (closing.has(request.socket)) return false;
    // While the process ends, each answer closes its connection, and a balancer hears that nothing more may come.
    if (isDraining()) response.shouldKeepAlive = false;
    if (isDraining() && request.url === healthPath) refusal = stopping;
    if (!refusal) return true;
    closing.add(request.socket);
    refuse(request, response, refusal);
    return false;
  }

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (admits(request, response)) run(serve, request, response);
  };
  // A missing Host is refused here like all else, so that nothing behind such a request is answered.
  const server = createServer({ insecureHTTPParser: false, requireHostHeader: false }, answer);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!admits(request, response)) return;
    response.writeContinue();
    run(serve, request, response);
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    admits(request, response, { status: 417, why: 'This expectation is not known' }),
  );
  server.on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
  );
  server.keepAliveTimeout = 65_000;
  // By itself Node leaves out whatever comes after so many headers, be it the one that gives the length.
  server.maxHeadersCount = 0;
  return server;
}

// A claim is answered without a promise; what takes longer tells by its promise how it went.
function run(serve: Serve, request: IncomingMessage, response: ServerResponse): void {
  serve(request, response)?.catch((error: unknown) => {
    log.error({ err: error, url: request.url }, 'request failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
}
