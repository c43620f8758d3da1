import type { IncomingMessage } from 'node:http';

import { isMemberPage } from './next-quirks/whole-pages';

/**
 * By this header the front asks for an answer that is for everyone, and by it the pages' thread says that it is: `once`, `file`,
 * or the generation of pages under which it was begun and may be kept. It never comes from a visitor nor reaches one.
 */
export const wholeHeader = 'x-millet-whole';

/** Where the build's scripts, styles and fonts lie. */
export const buildRoot = '/_next/static/';

// Languages, and what the build made.
const kinds = /^\/(en|zh|_next\/static)(\/|$)/;
const longest = 1_024;

/**
 * The name under which the answer to a request may be kept for everyone: the address of a whole document or of a file of
 * the build, without a query, and whether its bytes are compressed. Null for all else: what Next's router asks for varies
 * by many headers.
 */
export function keyOf({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | null {
  if (
    (method !== 'GET' && method !== 'HEAD') ||
    !kinds.test(url) ||
    url.length > longest ||
    url.includes('?') ||
    headers.rsc !== undefined ||
    headers['next-router-prefetch'] !== undefined ||
    headers['next-router-segment-prefetch'] !== undefined ||
    headers['next-router-state-tree'] !== undefined
  )
    return null;
  return (takesGzip(headers['accept-encoding']) ? 'gzip ' : 'plain ') + url;
}

/** The same for a request whose answer is still to be made: pages for members are made for the one who asks. */
export function keyToFill(request: IncomingMessage): string | null {
  return isMemberPage(request.url ?? '') ? null : keyOf(request);
}

let last = { header: '', takes: false };

/** Whether a client takes gzip, by its Accept-Encoding. */
export function takesGzip(header: string | string[] | undefined): boolean {
  const text = String(header ?? '');
  // Most clients of a moment are of few kinds.
  if (last.header !== text) last = { header: text, takes: readsGzip(text) };
  return last.takes;
}

function readsGzip(header: string): boolean {
  const weights = new Map(
    header
      .toLowerCase()
      .split(',')
      .map((part) => part.split(';').map((each) => each.trim()))
      .map(([name = '', ...parameters]) => [name, parameters.find((each) => each.startsWith('q='))?.slice(2)]),
  );
  return weights.has('gzip') && (weights.get('gzip') === undefined || Number(weights.get('gzip')) > 0);
}

/** Leaves Next one choice of coding: gzip for clients that accept it, none for all others. */
export function settleCoding({ headers }: Pick<IncomingMessage, 'headers'>): void {
  if (takesGzip(headers['accept-encoding'])) headers['accept-encoding'] = 'gzip';
  else delete headers['accept-encoding'];
}
