import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Answer } from '@/lib/core/endpoint';

import { securityHeaderFields } from './headers';
import { drainThen, hasBody } from './refuse-request';

/** Writes a JSON answer with the headers that stand on every answer; a body of null is none. */
export function writeAnswer(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = body === null ? '' : JSON.stringify(body);
  const { req: request } = response;
  // The unread rest of a body must not be parsed as the next request.
  const rest = request.complete || !hasBody(request) ? undefined : { connection: 'close' };
  response.writeHead(status, {
    ...securityHeaderFields,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
    ...rest,
  });
  if (!rest) return void response.end(text);
  response.write(text);
  drainThen(request, () => response.end());
}

/** The text that a request brings; null when it is longer than so many bytes, or its sender left. */
export function readText(request: IncomingMessage, mostBytes: number): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    // Excess bytes are discarded as they arrive: destroying the stream would close the connection before its answer.
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.once('end', () => resolve(size > mostBytes ? null : Buffer.concat(chunks).toString('utf8')));
    request.once('error', () => resolve(null)).once('close', () => resolve(null));
  });
}
