import type { IncomingMessage, ServerResponse } from 'node:http';

import { bounded } from '@/lib/core/bounded';
import { findStreamEndpoint, type StreamEndpoint, type Stream } from '@/lib/core/endpoint';
import { streamEndpoints } from './streams';

import { isTurnedOff, onTurnedOff } from './areas';
import { clientAddress, clientNetwork } from './address';
import { onDrain } from './draining';
import { securityHeaderFields } from './headers';
import { onClosed } from './opening';

const liveHeaders: Record<string, string> = {
  ...securityHeaderFields,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
};

const heartbeatMs = 15_000;
const mostPerNetwork = 100;
const mostStreams = 20_000;
const mostUnsentBytes = 256 * 1024;
// The browser reconnects by itself, to any process.
const longestMs = 3_600_000;

const open = bounded<number>({
  name: 'streams by network',
  holds: 'How many live streams each client network has open.',
  count: mostStreams,
  bytes: 4 * 1024 * 1024,
  ttl: 2 * longestMs,
});
let total = 0;

/** Answers a stream of server-sent events on the bare server; false when the request is not for a stream. */
export async function serveLive(
  request: IncomingMessage,
  response: ServerResponse,
  endpoints: readonly StreamEndpoint[] = streamEndpoints,
): Promise<boolean> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const found = request.method === 'GET' && path.startsWith('/api/') ? findStreamEndpoint(endpoints, path) : null;
  if (!found) return false;
  const ip = clientAddress(request.headers['x-forwarded-for'] as string | undefined, request.socket.remoteAddress);
  const network = clientNetwork(ip);
  if (total >= mostStreams || (open.get(network) ?? 0) >= mostPerNetwork) return refuse(response, 429, 'rate-limited');
  // Counted before the first await: a client that disconnects meanwhile is subtracted again.
  count(network, 1);
  response.once('close', () => count(network, -1));
  // From here on too, so that what ends streams while this one opens ends it as well.
  const over = overFor(path, response);
  const stream = await found.endpoint.open(found.params, ip);
  if (response.destroyed) return true;
  if (!stream) return refuse(response, 404, 'not-found');
  pour(stream, response, over);
  return true;
}

// Aborted when the process drains, the site is closed or what the path leads to is turned off, until the response is closed.
function overFor(path: string, response: ServerResponse): AbortSignal {
  const over = new AbortController();
  const end = () => over.abort();
  const endIfOff = () => isTurnedOff(path) && end();
  const forget = [onDrain(end), onClosed(end), onTurnedOff(endIfOff)];
  response.once('close', () => forget.forEach((each) => each()));
  endIfOff();
  return over.signal;
}

function pour(stream: Stream, response: ServerResponse, over: AbortSignal): void {
  response.writeHead(200, { ...liveHeaders, connection: 'keep-alive' });
  response.write('retry: 2000\n\n');
  // The browser asks again, and is told then how things stand.
  if (over.aborted) return void response.end();
  const stop = runStream(stream, (text) => {
    // Until the client has read the end of it, what the stream still sends would be an error that nobody catches.
    if (response.writableEnded) return;
    response.write(text);
    // A client that does not read is disconnected; the browser reconnects by itself.
    if (response.writableLength > mostUnsentBytes) response.destroy();
  });
  const longest = setTimeout(() => response.end(), longestMs);
  over.addEventListener('abort', () => response.end());
  response.once('close', () => {
    clearTimeout(longest);
    stop();
  });
}

// Writes a stream's events and heartbeats as text until the returned function is called.
function runStream(stream: Stream, write: (text: string) => void): () => void {
  const stop = stream((event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
  return () => {
    clearInterval(heartbeat);
    stop();
  };
}

function refuse(response: ServerResponse, status: number, error: string): true {
  response.writeHead(status, {
    ...liveHeaders,
    'content-type': 'application/json',
    ...(status === 429 && { 'retry-after': '5' }),
  });
  response.end(JSON.stringify({ error }));
  return true;
}

function count(network: string, by: number): void {
  const now = (open.get(network) ?? 0) + by;
  total += by;
  if (now > 0) open.set(network, now);
  else open.delete(network);
}
