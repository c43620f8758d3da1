import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { env } from '@/lib/core/env';

/** The header by which a request's id travels to the pages' thread and back to the visitor. */
export const requestIdHeader = 'x-request-id';

const wellFormed = /^[\w-]{8,64}$/;
const known = new WeakMap<IncomingMessage, string>();

/**
 * The id of a request, from this process's edge to the log, the audit row and the answer: what a trusted proxy gave it, or a new
 * one. It is made when it is first asked for.
 */
export function requestIdOf(request: IncomingMessage): string {
  const before = known.get(request);
  if (before) return before;
  const id = newRequestId(request);
  known.set(request, id);
  return id;
}

/** The id of a request that is answered at once and needs no stored id: storing it takes longer than making it. */
export function newRequestId(request: IncomingMessage): string {
  const given = request.headers[requestIdHeader];
  return env.TRUSTED_PROXIES > 0 && typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
}
