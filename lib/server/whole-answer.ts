import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import { bounded } from '@/lib/core/bounded';

import { holdAnswer } from './hold-answer';
import { pageGeneration } from './page-generation';
import { buildRoot, takesGzip, wholeHeader } from './page-key';

/** What is longer is sent as it is made, and never kept. */
export const mostBytesPerPage = 2 * 1024 * 1024;
// One packet holds less.
const leastCompressed = 1_024;

const compressed = bounded<Buffer>({
  name: 'compressed documents',
  holds:
    'Documents and files as they are sent to who takes gzip, by the digest of their bytes, so that none is compressed twice.',
  count: 5_000,
  bytes: 32 * 1024 * 1024,
  ttl: 600_000,
});

/**
 * Has the answer that is being written sent whole: with its length and its ETag, compressed where the client takes that, and
 * marked for the front where it is for everyone, as of the generation of pages that it may be of.
 */
export function answerWhole(request: IncomingMessage, response: ServerResponse, begun = pageGeneration()): void {
  const { url = '', headers } = request;
  const gzip = takesGzip(headers['accept-encoding']);
  // Next would compress it anew each time.
  delete headers['accept-encoding'];
  holdAnswer(response, {
    mostBytes: mostBytesPerPage,
    whole: (body) => finish(response, { url, body, gzip, begun }),
    tooLong: () => response.removeHeader(wholeHeader),
  });
}

type Whole = { url: string; body: Buffer; gzip: boolean; begun: number };

function finish(response: ServerResponse, { url, body, gzip, begun }: Whole): Buffer {
  const mark = markOf(url, response, begun);
  response.removeHeader(wholeHeader);
  const digest = createHash('sha256').update(body).digest('base64url');
  if (mark) {
    response.setHeader(wholeHeader, mark);
    // The same for both codings, which are one document: a weak one.
    response.setHeader('etag', `W/"${digest.slice(0, 27)}"`);
  }
  const sent = gzip && mayCompress(response, body) ? compress(digest, body) : body;
  if (sent !== body) response.setHeader('content-encoding', 'gzip');
  if (mark) varyByCoding(response);
  if (sent.length > 0) response.setHeader('content-length', sent.length);
  return sent;
}

function markOf(url: string, response: ServerResponse, begun: number): string | null {
  const headerOf = (name: string) => String(response.getHeader(name) ?? '').toLowerCase();
  const control = headerOf('cache-control');
  const forEveryone =
    response.statusCode === 200 &&
    !response.hasHeader('set-cookie') &&
    !/private|no-store/.test(control) &&
    !/\*|cookie|authorization|accept-language/.test(headerOf('vary'));
  if (!forEveryone) return null;
  if (url.startsWith(buildRoot)) return control.includes('immutable') ? 'file' : null;
  if (!/s-maxage=[1-9]/.test(control)) return null;
  // A response that Next marks stale is being rendered again: kept here, it would be served for five seconds more.
  return headerOf('x-nextjs-cache') === 'stale' ? 'once' : String(begun);
}

function varyByCoding(response: ServerResponse): void {
  const given = [response.getHeader('vary') ?? []].flat().join(', ');
  if (!/accept-encoding/i.test(given))
    response.setHeader('vary', given ? `${given}, Accept-Encoding` : 'Accept-Encoding');
}

const texts = /^text\/|^application\/([\w.-]+\+)?(json|xml|javascript)|^image\/svg\+xml/i;

function mayCompress(response: ServerResponse, body: Buffer): boolean {
  return (
    body.length >= leastCompressed &&
    !response.hasHeader('content-encoding') &&
    texts.test(String(response.getHeader('content-type') ?? ''))
  );
}

function compress(digest: string, body: Buffer): Buffer {
  const known = compressed.get(digest);
  if (known) return known;
  const made = gzipSync(body);
  compressed.set(digest, made);
  return made;
}
