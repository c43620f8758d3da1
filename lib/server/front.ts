import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { isDraining } from './draining';
import { endFailed } from './end-failed';
import { hostRefusal } from './known-hosts';
import { tellWhenGone } from './leave-queue';
import { refusalOf, refuse } from './refuse-request';

const healthPath = '/api/health';
const stopping = { status: 503, why: 'stopping' };

export type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void> | undefined;

/** The public HTTP server: refuses invalid requests and passes the others to `serve`. */
export function createFront(serve: Serve): Server {
  const closing = new WeakSet<object>();

  function admits(
    request: IncomingMessage,
    response: ServerResponse,
    refusal = refusalOf(request) ?? hostRefusal(request.headers.host),
  ): boolean {
    // Bytes after a refused request may be part of it.
    if (closing.has(request.socket)) return false;
    tellWhenGone(request, response);
    // While draining, each answer closes its connection, and the health check tells load balancers to stop sending.
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
  // A missing Host is refused by `admits`, so that nothing after such a request is answered.
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
  // By default Node drops headers after the 2,000th, which may be the one with the length.
  server.maxHeadersCount = 0;
  return server;
}

// A claim is answered without a promise; a handler that takes longer returns one, whose rejection is logged here.
function run(serve: Serve, request: IncomingMessage, response: ServerResponse): void {
  serve(request, response)?.catch((error: unknown) => endFailed(request, response, error));
}
