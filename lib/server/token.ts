import { parseCookie } from 'cookie';
import { jwtDecrypt } from 'jose';
import { encode } from 'next-auth/jwt';

import { env } from '@/lib/core/env';
import { isUuid } from '@/lib/core/ids';
import { sessionTokenKey } from '@/lib/core/keys';

import { sessionCookie, sessionSeconds } from './cookies';

export type Session = {
  memberId: string;
  version: number;
  /** The session's own name, by which it is ended: what is sealed without one gets another. And the end of its token. */
  id?: string;
  until?: Date;
};

/** Seals a session into the encrypted token that the cookie carries. */
export function sealSession(session: Session): Promise<string> {
  return encode({
    token: { sub: session.memberId, v: session.version, sid: session.id },
    secret: env.AUTH_SECRET,
    maxAge: sessionSeconds,
  });
}

/** Opens a session token; null when it is forged, spoilt or out of date. */
export async function openSession(token: string | undefined): Promise<Session | null> {
  if (!token || token.length > 4096) return null;
  try {
    const { payload } = await jwtDecrypt(token, sessionTokenKey(), { clockTolerance: 15 });
    const version = Number(payload.v);
    if (!payload.sub || !isUuid(payload.sub) || !Number.isInteger(version)) return null;
    // A session that goes on under a new token keeps its name.
    const id = payload.sid ?? payload.jti;
    const named =
      typeof id === 'string' && isUuid(id) && payload.exp ? { id, until: new Date(payload.exp * 1000) } : {};
    return { memberId: payload.sub, version, ...named };
  } catch {
    return null;
  }
}

/** The session token in a raw Cookie header, as it was sent. */
export function sessionTokenIn(header: string | undefined): string | undefined {
  return header === undefined ? undefined : parseCookie(header, { decode: asSent })[sessionCookie];
}

// A token has no character that a cookie would escape.
const asSent = (value: string): string => value;
