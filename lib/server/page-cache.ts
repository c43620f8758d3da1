import type { IncomingMessage, ServerResponse } from 'node:http';
import { Writable } from 'node:stream';

import { bounded } from '@/lib/core/bounded';
import { steadyNow } from '@/lib/core/time';

import { clearedWithPages, pageGeneration } from './page-generation';
import { keyOf, wholeHeader } from './page-key';
import { fastAnswers } from './fast-answers';
import { newRequestId, requestIdHeader, requestIdOf } from './request-id';

// Raw headers, alternating names and values: of the full answer, and of a 304.
type Page = { headers: string[]; unchanged: string[]; etag: string; body: Buffer; madeAt: number; freshUntil: number };

const lifeMs = 5_000;
// How long a document may still be shown where a new one cannot be made, as when the database is away; Next's own `expire`.
const staleMs = 300_000;
const sizeOf = ({ headers, unchanged, body }: Page) =>
  body.length + 2 * [...headers, ...unchanged].reduce((sum, text) => sum + text.length, 0);

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
const longestMs = 30_000;
// Requests for a page that Next is rendering slow that rendering down.
const pauseMs = 100;
const beingMade = bounded<number>({
  name: 'documents being made',
  holds: 'Addresses that are being rendered, and until when their last document is served instead.',
  count: 4_096,
  bytes: 4 * 1024 * 1024,
  ttl: longestMs,
});
const current = clearedWithPages(documents);

/**
 * Answers from memory when the same public document was made in the last five seconds, or is being made anew for somebody
 * else at this moment, as Next would answer too; or when the file is one of the build's. Nothing of the request but its
 * address, whether it takes gzip, and what its sender has already makes a difference.
 */
export function servePage(request: IncomingMessage, response: ServerResponse): boolean {
  // What a client sends ahead of its answers waits in memory with them: the way to the pages' thread counts it.
  const key = response.socket === null ? null : keyOf(request);
  const page = key === null ? undefined : (current().get(key) ?? files.get(key));
  if (!page) return false;
  const now = steadyNow();
  const fresh = page.freshUntil >= now;
  if (!fresh && !((beingMade.get(key!) ?? 0) > now)) return false;
  if (fresh) fastAnswers.memory += 1;
  else fastAnswers.stale += 1;
  send(page, request, response, fresh ? 'hit' : 'stale');
  return true;
}

/** Notes that a document is being made for this answer, until it has come. */
export function beginToMake(key: string, response: ServerResponse): void {
  const until = steadyNow() + longestMs;
  beingMade.set(key, until);
  response.once('close', () => beingMade.get(key) === until && beingMade.delete(key));
}

/** Answers with the last document of an address where no new one can be made, if public data stand as they did. */
export function serveLast(key: string, request: IncomingMessage, response: ServerResponse): boolean {
  const page = current().get(key);
  if (page) send(page, request, response, 'stale');
  return page !== undefined;
}

type Answer = { status: number; headers: string[] };

/**
 * Takes the answer that the pages' thread gave for everyone: sends it once it is whole, and keeps it if it may be kept and
 * was begun since public data last changed. A failure is replaced by the last document. Null for any other answer, which goes to
 * the one who asked as it comes.
 */
export function takeAnswer(
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers }: Answer,
): Writable | null {
  if (status >= 500 && serveLast(key, request, response)) return collect(() => undefined);
  const mark = valueOf(headers, wholeHeader);
  if (status !== 200 || mark === null) {
    // The page no longer exists for everyone.
    if (status < 500) documents.delete(key);
    return null;
  }
  return collect((body) => {
    const page = pageOf(headers, body);
    if (mark === 'once') beingMade.set(key, steadyNow() + pauseMs);
    else beingMade.delete(key);
    keep(key, page, mark);
    send(page, request, response);
  });
}

function keep(key: string, page: Page, mark: string): void {
  if (mark === 'file') files.set(key, { ...page, freshUntil: Infinity });
  else if (mark === String(pageGeneration())) current().set(key, page);
}

function collect(done: (body: Buffer) => void): Writable {
  const chunks: Buffer[] = [];
  return new Writable({
    write: (chunk: Buffer, _coding, next) => {
      chunks.push(chunk);
      next();
    },
    final: (next) => {
      done(Buffer.concat(chunks));
      next();
    },
  });
}

// These are about one message or one connection.
const ofMessage = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'date',
  'set-cookie',
  requestIdHeader,
  wholeHeader,
]);
const ofBody = new Set(['content-length', 'content-encoding', 'content-type']);

function pageOf(raw: string[], body: Buffer): Page {
  const headers = without(raw, ofMessage);
  const now = steadyNow();
  return {
    headers,
    unchanged: without(headers, ofBody),
    etag: valueOf(raw, 'etag') ?? '',
    body,
    madeAt: now,
    freshUntil: now + lifeMs,
  };
}

function without(raw: string[], names: ReadonlySet<string>): string[] {
  return raw.filter((_, at) => !names.has(raw[at - (at % 2)]!.toLowerCase()));
}

function valueOf(raw: string[], name: string): string | null {
  const at = raw.findIndex((each, index) => index % 2 === 0 && each.toLowerCase() === name);
  return at < 0 ? null : raw[at + 1]!;
}

function send(page: Page, request: IncomingMessage, response: ServerResponse, from?: 'hit' | 'stale'): void {
  const same = isKnown(request.headers['if-none-match'], page.etag);
  const head = [...(same ? page.unchanged : page.headers)];
  if (from === 'hit') head.push(requestIdHeader, newRequestId(request));
  else head.push(requestIdHeader, requestIdOf(request));
  // Shared caches in front of this server subtract `age` from its lifetime.
  if (from) head.push('x-millet-cache', from, 'age', String(Math.ceil((steadyNow() - page.madeAt) / 1_000)));
  response.writeHead(same ? 304 : 200, head);
  if (same || request.method === 'HEAD') response.end();
  else response.end(page.body);
}

/** Whether If-None-Match names an ETag, compared as RFC 9110 (13.1.2) wants it: weak tags and strong ones alike. */
export function isKnown(given: string | undefined, etag: string): boolean {
  if (given === undefined || etag === '') return false;
  if (given === etag) return true;
  // To read a long list takes longer than to send the page.
  if (given.length > mostTags) return false;
  return given.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}

const mostTags = 1_000;
const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
