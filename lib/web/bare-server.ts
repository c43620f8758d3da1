import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Answer } from '@/lib/core/door';

import { securityHeaders } from './headers';

const fixedHeaders = Object.fromEntries(securityHeaders.map(({ key, value }) => [key, value]));

/** Writes a JSON answer with the headers that stand on every answer; a body of null is none. */
export function writeAnswer(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = body === null ? '' : JSON.stringify(body);
  response.writeHead(status, { ...fixedHeaders, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers });
  response.end(text);
}

/** The text that a request brings; null when it is longer than so many bytes. */
export async function readText(request: IncomingMessage, mostBytes: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
