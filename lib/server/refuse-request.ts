import type { IncomingMessage, ServerResponse } from 'node:http';

import { securityHeaderFields } from './headers';
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
  if (!methods.includes(method))
    return { status: 405, why: 'This method is not used here', headers: { allow: methods.join(', ') } };
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return { status: 505, why: 'HTTP/1.1 is spoken here' };
  if (!url.startsWith('/') || url.includes('#')) return bad('The target must be a path of this site');
  if (request.rawHeaders.length > 2 * mostHeaders) return { status: 431, why: 'Too many headers' };
  const framing = readFraming(request.rawHeaders);
  const problem = framingProblem(framing, method, httpVersion);
  if (problem) return problem;
  const { internal, mostBytes } = targetOf(url);
  if (internal) return { status: 404, why: 'Not found' };
  return Number(framing.length) > mostBytes ? tooLarge : null;
}

type Framing = {
  hosts: number;
  lengths: number;
  length: string;
  codings: number;
  coding: string;
  upgrade: boolean;
  options: string;
};

// Node joins or drops repeated headers; only the raw list tells how many came. A rush sends the same few headers thousands
// of times a second: their length tells already that most are none of these.
function readFraming(raw: string[]): Framing {
  const found: Framing = { hosts: 0, lengths: 0, length: '0', codings: 0, coding: '', upgrade: false, options: '' };
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at]!;
    if (name.length === 4 || name.length === 7 || name.length === 10 || name.length === 14 || name.length === 17)
      note(found, name.toLowerCase(), raw[at + 1]!);
  }
  return found;
}

function note(found: Framing, name: string, value: string): void {
  switch (name) {
    case 'host':
      found.hosts += isHost(value) ? 1 : 2;
      break;
    case 'content-length':
      [found.lengths, found.length] = [found.lengths + 1, value];
      break;
    case 'transfer-encoding':
      [found.codings, found.coding] = [found.codings + 1, value];
      break;
    case 'upgrade':
      found.upgrade = true;
      break;
    case 'connection':
      found.options += `,${value}`;
      break;
  }
}

let lastHost = '';

function isHost(value: string): boolean {
  if (value === lastHost) return true;
  if (!/^[\w.:[\]-]{1,300}$/.test(value)) return false;
  lastHost = value;
  return true;
}

// A client may have an intermediary drop headers by naming them in Connection; what decides who is answered what is not droppable.
const kept = /,\s*(host|content-length|transfer-encoding|origin|cookie|sec-fetch-site|x-forwarded-[\w-]+)\s*(,|$)/i;
const ordinary = new Set(['', ',keep-alive', ',close']);

function framingProblem(
  { hosts, lengths, length, codings, coding, upgrade, options }: Framing,
  method: string,
  version: string,
): Refusal | null {
  if (hosts > 1 || (hosts === 0 && version === '1.1')) return bad('One Host is needed');
  if (upgrade) return bad('No other protocol is spoken here');
  if (lengths + codings > 1) return bad('The length of the body is given twice');
  if (codings > 0 && (version === '1.0' || coding.trim().toLowerCase() !== 'chunked'))
    return bad('No other transfer coding than chunked is understood');
  if (lengths > 0 && !/^\d{1,15}$/.test(length)) return bad('The length of the body is no number');
  if (method !== 'POST' && (codings > 0 || Number(length) > 0)) return bad('A request of this method has no body');
  return !ordinary.has(options) && kept.test(options)
    ? bad('Connection names a header that is not about the connection')
    : null;
}

type Target = { internal: boolean; mostBytes: number };
let last: { url: string; target: Target } | undefined;

// During a sale the address is the same each time: the last one is cached.
function targetOf(url: string): Target {
  if (last?.url === url) return last.target;
  const target = { internal: isInternal(url), mostBytes: bodyLimit(url) };
  last = { url, target };
  return target;
}

/** The refusal of a body that is longer than its address takes. */
export const tooLarge: Refusal = { status: 413, why: 'The body is too large' };

/** Answers a refused request and closes the connection, since the start of the next request is unknown. */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, why, headers }: Refusal): void {
  const text = `${why}\n`;
  response.writeHead(status, {
    ...securityHeaderFields,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': text.length,
    'cache-control': 'private, no-store',
    connection: 'close',
    ...headers,
  });
  response.write(text);
  drainThen(request, () => response.end());
}

/** Answers 404 without rendering a page. */
export function answerNotFound(response: ServerResponse): void {
  response
    .writeHead(404, {
      ...securityHeaderFields,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
    })
    .end('Not found\n');
}

/** Whether a request announces a body. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

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
