import type { IncomingMessage, ServerResponse } from 'node:http';

import { securityHeaders } from './headers';
import { bodyLimit, isInternal } from './request-limits';

export type Refusal = { status: number; why: string; headers?: Record<string, string> };

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

const mostHeaders = 200;

const bad = (why: string): Refusal => ({ status: 400, why });

/**
 * Why a request is answered by the front itself, before anything reads it; null when it may go on. What RFC 9112 forbids, what
 * two readers could take for different requests, and what Millet has no use for never reaches a second parser.
 */
export function refusalOf(request: IncomingMessage): Refusal | null {
  const { method = '', url = '', httpVersion } = request;
  if (!methods.includes(method)) return { status: 405, why: 'This method is not used here', headers: { allow: methods.join(', ') } };
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return { status: 505, why: 'HTTP/1.1 is spoken here' };
  if (!url.startsWith('/') || url.includes('#')) return bad('The target must be a path of this site');
  if (request.rawHeaders.length > 2 * mostHeaders) return { status: 431, why: 'Too many headers' };
  const framing = readFraming(request.rawHeaders);
  return framingProblem(framing, method, httpVersion) ?? (isInternal(url) ? { status: 404, why: 'Not found' } : lengthProblem(framing, url));
}

type Framing = { hosts: number; lengths: string[]; codings: string[]; upgrade: boolean; options: string };

// Node joins or drops repeated headers; only the raw list tells how many came.
function readFraming(raw: string[]): Framing {
  const found: Framing = { hosts: 0, lengths: [], codings: [], upgrade: false, options: '' };
  for (let at = 0; at < raw.length; at += 2) {
    const value = raw[at + 1]!;
    switch (raw[at]!.toLowerCase()) {
      case 'host': found.hosts += /^[\w.:[\]-]+$/.test(value) ? 1 : 2; break;
      case 'content-length': found.lengths.push(value); break;
      case 'transfer-encoding': found.codings.push(value); break;
      case 'upgrade': found.upgrade = true; break;
      case 'connection': found.options += `,${value}`; break;
    }
  }
  return found;
}

// A client may have an intermediary drop headers by naming them in Connection; what decides who is answered what is not droppable.
const kept = /,\s*(host|content-length|transfer-encoding|origin|cookie|sec-fetch-site|x-forwarded-[\w-]+)\s*(,|$)/i;

function framingProblem({ hosts, lengths, codings, upgrade, options }: Framing, method: string, version: string): Refusal | null {
  if (hosts > 1 || (hosts === 0 && version === '1.1')) return bad('One Host is needed');
  if (upgrade) return bad('No other protocol is spoken here');
  if (lengths.length + codings.length > 1) return bad('The length of the body is given twice');
  if (codings.length > 0 && (version === '1.0' || codings[0]!.trim().toLowerCase() !== 'chunked')) return bad('No other transfer coding than chunked is understood');
  if (lengths.length > 0 && !/^\d{1,15}$/.test(lengths[0]!)) return bad('The length of the body is no number');
  if (method !== 'POST' && (codings.length > 0 || Number(lengths[0] ?? 0) > 0)) return bad('A request of this method has no body');
  return kept.test(options) ? bad('Connection names a header that is not about the connection') : null;
}

function lengthProblem({ lengths }: Framing, url: string): Refusal | null {
  return Number(lengths[0] ?? 0) > bodyLimit(url) ? tooLarge : null;
}

/** The refusal of a body that is longer than its address takes. */
export const tooLarge: Refusal = { status: 413, why: 'The body is too large' };

const fixedHeaders = Object.fromEntries(securityHeaders.map(({ key, value }) => [key, value]));

/** Answers a refused request and closes the connection, as nobody can tell where the next request would begin. */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, why, headers }: Refusal): void {
  const text = `${why}\n`;
  response.writeHead(status, {
    ...fixedHeaders, 'content-type': 'text/plain; charset=utf-8', 'content-length': text.length, 'cache-control': 'private, no-store', connection: 'close', ...headers,
  });
  response.write(text);
  drainThen(request, () => response.end());
}

/** Answers that nothing is here, without a page that says so. */
export function answerNotFound(response: ServerResponse): void {
  response.writeHead(404, { ...fixedHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' }).end('Not found\n');
}

/** Whether a request announces a body. */
export const hasBody = ({ headers }: IncomingMessage): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const drainMs = 1_000;
const drainBytes = 1024 * 1024;

/**
 * Reads and drops what still comes of a request for a moment, then goes on. A connection that is closed while bytes arrive is
 * reset, and the client never sees the answer that it was sent.
 */
export function drainThen(request: IncomingMessage, then: () => void): void {
  if (request.readableEnded || request.destroyed) return then();
  let dropped = 0;
  const timer = setTimeout(then, drainMs);
  const done = () => {
    clearTimeout(timer);
    then();
  };
  request.on('data', (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > drainBytes) done();
  });
  request.once('end', done).once('close', done).resume();
}
