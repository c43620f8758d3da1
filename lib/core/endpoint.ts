import type { Actor } from './actor';
import { readPart } from './address';
import type { Refused } from './errors';

/** A request as an endpoint sees it. The actor costs one statement and is asked for only when needed. */
export type EndpointRequest = {
  params: Record<string, string>;
  query: URLSearchParams;
  ip: string;
  actor: () => Promise<Actor>;
  /** The member that the session names, without asking the database: good for refusals only. */
  memberId?: () => Promise<string | null>;
  body: () => Promise<unknown>;
  /** A header of the request, of the few that endpoints read. */
  header?: (name: 'authorization' | 'idempotency-key' | 'cookie') => string | undefined;
  /** The id of the request; made when it is first asked for. */
  requestId?: () => string;
};

export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** A hot JSON answer, served by `server.ts` before Next. */
export type Endpoint = {
  method: 'GET' | 'POST';
  /** Path with `:name` for its parameters. */
  path: string;
  /** Who may call, for the authorisation matrix; `keys` is who brings a key of the admin API, and no session. */
  admits: 'anyone' | 'members' | 'signed' | 'keys';
  /** Its own status and words for a refusal; without any, the code alone is answered. */
  problem?: (code: string, refused?: Refused) => Problem;
  answer: (request: EndpointRequest) => Promise<Answer>;
};

/** A refusal in words, with its status and further headers. */
export type Problem = { status: number; message: string; headers?: Record<string, string> };

/** A JSON answer that no cache keeps. */
export function answer(status: number, body: unknown, headers?: Record<string, string>): Answer {
  return { status, body, headers: headers ? { ...notKept, ...headers } : notKept };
}

const notKept = { 'cache-control': 'private, no-store' };

/** The answer 429 with the seconds until the next try; null when the wait is over. */
export function tooManyRequests(seconds: number): Answer | null {
  return seconds > 0
    ? answer(429, { error: 'rate-limited', values: { seconds } }, { 'retry-after': String(seconds) })
    : null;
}

/** Finds the endpoint for a method and path, with the path's parameters, decoded. */
export function findEndpoint(
  endpoints: readonly Endpoint[],
  method: string,
  path: string,
): { endpoint: Endpoint; params: Record<string, string> } | null {
  const parts = path.split('/');
  for (const endpoint of endpoints) {
    const params = endpoint.method === method ? match(endpoint.path.split('/'), parts) : null;
    if (params) return { endpoint, params };
  }
  return null;
}

function match(pattern: string[], parts: string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [at, piece] of pattern.entries()) {
    const part = parts[at] ?? '';
    if (!piece.startsWith(':')) {
      if (piece !== part) return null;
      continue;
    }
    const read = readPart(part);
    if (read === null) return null;
    params[piece.slice(1)] = read;
  }
  return params;
}

/** Sends named events to one listener until the returned function is called. */
export type Stream = (send: (event: string, data: unknown) => void) => () => void;

/** A stream of server-sent events, served like an endpoint; null when there is nothing to listen to. */
export type StreamEndpoint = {
  path: string;
  admits: 'anyone';
  open: (params: Record<string, string>, ip?: string) => Promise<Stream | null>;
};

/** Finds the stream for a path, with the path's parameters. */
export function findStreamEndpoint(
  endpoints: readonly StreamEndpoint[],
  path: string,
): { endpoint: StreamEndpoint; params: Record<string, string> } | null {
  for (const endpoint of endpoints) {
    const params = match(endpoint.path.split('/'), path.split('/'));
    if (params) return { endpoint, params };
  }
  return null;
}
