import type { IncomingMessage, ServerResponse } from 'node:http';

import { readPart } from '@/lib/core/address';
import type { Answer } from '@/lib/core/endpoint';
import { log } from '@/lib/core/log';
import { answerClaim } from '@/lib/drops/endpoints/claim';

import { clientAddress, clientNetwork } from './address';
import { fastAnswers } from './fast-answers';
import { refuse, tooLarge } from './refuse-request';

const [before, behind] = ['/api/drops/', '/claim'];
const mostBytes = 4 * 1024;
const mostDropped = 64 * 1024;

/**
 * Answers a drop's claims before anything else looks at the request; false when it is another request. The same answers
 * as `dropClaimEndpoint` gives, without what a claim does not need: a session, a query, a search among the endpoints. A claim
 * carries its own proof of who sends it, so a cross-site request gains nothing.
 */
export function serveClaim(request: IncomingMessage, response: ServerResponse): boolean {
  const slug = request.method === 'POST' ? dropOf(request.url ?? '') : null;
  if (slug === null) return false;
  const ip = clientNetwork(
    clientAddress(request.headers['x-forwarded-for'] as string | undefined, request.socket.remoteAddress),
  );
  let sent: Buffer | undefined;
  let dropped = 0;
  request.on('data', (chunk: Buffer) => {
    if (!sent || sent.length <= mostBytes) sent = sent ? Buffer.concat([sent, chunk]) : chunk;
    else if ((dropped += chunk.length) > mostDropped && !response.headersSent) refuse(request, response, tooLarge);
  });
  request.on('end', () => response.headersSent || answerSoon({ slug, ip, sent, response }));
  return true;
}

let last: { url: string; slug: string | null } | undefined;

// During a sale all claims are for one drop, so the last address is cached. An unreadable name becomes the empty slug, which
// no drop has; null for another address.
function dropOf(url: string): string | null {
  if (last?.url === url) return last.slug;
  if (!url.startsWith(before) || !url.endsWith(behind)) return null;
  const part = url.slice(before.length, -behind.length);
  const slug = part.includes('/') ? null : (readPart(part) ?? '');
  last = { url, slug };
  return slug;
}

function parsed(sent: Buffer | undefined): unknown {
  if (!sent || sent.length > mostBytes) return undefined;
  try {
    return JSON.parse(sent.toString());
  } catch {
    return undefined;
  }
}

function answerOne({ slug, ip, sent, response }: Arrived): void {
  try {
    const answered = answerClaim({ slug, ip, body: parsed(sent) });
    if (answered instanceof Promise)
      answered.then(
        (each) => write(response, each),
        (error: unknown) => fail(response, error),
      );
    else write(response, answered);
  } catch (error) {
    fail(response, error);
  }
}

// What a JSON answer needs of the security headers: it is never a document.
const fixedHeaders = [
  'content-type',
  'application/json',
  'cache-control',
  'private, no-store',
  'x-content-type-options',
  'nosniff',
  'content-security-policy',
  "default-src 'none'",
  'strict-transport-security',
  'max-age=63072000; includeSubDomains',
];

type Arrived = { slug: string; ip: string; sent: Buffer | undefined; response: ServerResponse };
let arrived: Arrived[] = [];

// Responses of one event-loop turn are flushed together: one wake-up of the client's socket instead of many. Claims that
// the database decides are batched already.
function answerSoon(claim: Arrived): void {
  if (arrived.push(claim) === 1) setImmediate(answerArrived);
}

function answerArrived(): void {
  const claims = arrived;
  arrived = [];
  claims.forEach(answerOne);
}

function write(response: ServerResponse, given: Answer): void {
  fastAnswers.claims += 1;
  const { head, text, encoding } = given.status < 300 ? writeDown(given) : writeOnce(given);
  response.writeHead(given.status, head);
  response.end(text, encoding);
}

type Written = { head: string[]; text: string; encoding: 'latin1' | 'utf8' };
const written = new WeakMap<Answer, Written>();

// Refusals are the same for many and are serialised once; a granted unit is answered once only.
function writeOnce(given: Answer): Written {
  const known = written.get(given);
  if (known) return known;
  const down = writeDown(given);
  written.set(given, down);
  return down;
}

// A text of single-byte characters, as nearly always, is written as latin1 without re-encoding.
function writeDown(given: Answer): Written {
  const text = JSON.stringify(given.body);
  const bytes = Buffer.byteLength(text);
  const retry = given.headers?.['retry-after'];
  const head = [...fixedHeaders, 'content-length', String(bytes), ...(retry ? ['retry-after', retry] : [])];
  return { text, head, encoding: bytes === text.length ? 'latin1' : 'utf8' };
}

function fail(response: ServerResponse, error: unknown): void {
  log.error({ err: error }, 'claim failed');
  if (!response.headersSent) write(response, { status: 500, body: { error: 'failed' } });
}
