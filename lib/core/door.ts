import type { Actor } from './actor';
import { readPart } from './address';

/** A request as a fast door sees it. The actor costs one statement and is asked for only when needed. */
export type Knock = {
  params: Record<string, string>;
  query: URLSearchParams;
  ip: string;
  actor: () => Promise<Actor>;
  /** Whom the session names, not asked of the database: good for refusals only. */
  memberId?: () => Promise<string | null>;
  body: () => Promise<unknown>;
  /** The id of the request; made when it is first asked for. */
  requestId?: () => string;
};

export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** A hot JSON answer, served by `server.ts` before Next. */
export type Door = {
  method: 'GET' | 'POST';
  /** Path with `:name` for its parameters. */
  path: string;
  /** Who may knock, for the authorisation matrix. */
  admits: 'anyone' | 'members' | 'signed';
  answer: (knock: Knock) => Promise<Answer>;
};

/** A JSON answer that no cache keeps. */
export function answer(status: number, body: unknown, headers?: Record<string, string>): Answer {
  return { status, body, headers: headers ? { ...notKept, ...headers } : notKept };
}

const notKept = { 'cache-control': 'private, no-store' };

/** The answer to who knocks too often, with the seconds until the next try; null when the wait is over. */
export function tooOften(seconds: number): Answer | null {
  return seconds > 0
    ? answer(429, { error: 'rate-limited', values: { seconds } }, { 'retry-after': String(seconds) })
    : null;
}

/** Finds the door for a method and path, with the path's parameters, decoded. */
export function findDoor(
  doors: readonly Door[],
  method: string,
  path: string,
): { door: Door; params: Record<string, string> } | null {
  const parts = path.split('/');
  for (const door of doors) {
    const params = door.method === method ? match(door.path.split('/'), parts) : null;
    if (params) return { door, params };
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

/** A stream of server-sent events, mounted like a door; null when there is nothing to listen to. */
export type LiveDoor = {
  path: string;
  admits: 'anyone';
  open: (params: Record<string, string>, ip?: string) => Promise<Stream | null>;
};

/** Finds the stream for a path, with the path's parameters. */
export function findLiveDoor(
  doors: readonly LiveDoor[],
  path: string,
): { door: LiveDoor; params: Record<string, string> } | null {
  for (const door of doors) {
    const params = match(door.path.split('/'), path.split('/'));
    if (params) return { door, params };
  }
  return null;
}
