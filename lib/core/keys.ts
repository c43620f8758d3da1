import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

import { env, type Env } from './env';

/** A key of one purpose, derived when it is first used and then kept. */
export type Key = {
  /** Its 32 bytes, for what signs in a form of its own. */
  bytes: () => Buffer;
  /** HMAC-SHA256 of a text, as 43 letters of base64url. */
  sign: (text: string) => string;
  /** Whether a signature is that of the text; its time does not tell where it differs. */
  verify: (text: string, signature: string | null | undefined) => boolean;
  /** The first 132 bits of the same, as 22 letters: what rows are found by. */
  digest: (text: string) => string;
  /** A key of one thing among those of the purpose, by its id. */
  of: (id: string) => Key;
};

type Secrets = Pick<Env, 'AUTH_SECRET' | 'DIGEST_SECRET'>;

/**
 * The keys of these secrets: `signingKey` for what is soon over (its purposes change with AUTH_SECRET), `digestKey` for
 * digests that rows keep (they stay as they are while DIGEST_SECRET stays). A purpose is named once, as `domain.word`,
 * and HKDF-SHA256 (RFC 5869) gives each a key from which the others cannot be derived.
 */
export function keysFrom(secrets: Secrets) {
  return {
    signingKey: (purpose: string): Key => keyOf(() => derive(secrets.AUTH_SECRET, `millet ${purpose}`)),
    digestKey: (purpose: string): Key =>
      keyOf(() => derive(secrets.DIGEST_SECRET ?? secrets.AUTH_SECRET, `millet ${purpose}`)),
    /** The key of session tokens, as next-auth derives it for every token anew. */
    sessionTokenKey: once(() => derive(secrets.AUTH_SECRET, 'NextAuth.js Generated Encryption Key')),
  };
}

export const { signingKey, digestKey, sessionTokenKey } = keysFrom(env);

function keyOf(make: () => Buffer): Key {
  const bytes = once(make);
  const sign = (text: string) => createHmac('sha256', bytes()).update(text).digest('base64url');
  return {
    bytes,
    sign,
    verify: (text, signature) => typeof signature === 'string' && isSame(signature, sign(text)),
    digest: (text) => sign(text).slice(0, digestLetters),
    of: (id) => keyOf(() => derive(bytes().toString('base64'), id)),
  };
}

const digestLetters = 22;

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}

/** Whether a text is the expected secret or signature, told in a time that depends on its length alone. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
