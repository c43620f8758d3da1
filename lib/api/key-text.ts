import { randomBytes } from 'node:crypto';

import { digestKey } from '@/lib/core/keys';

const prefix = 'mlt_';
const shownLetters = 6;
const shape = /^mlt_[\w-]{43}$/;
const digests = digestKey('api.key');

/** A new key: a prefix by which people and scanners recognise it, and 256 random bits as 43 letters of base64url. */
export function makeKeyText(): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** The beginning of a key, by which it is recognised when the rest is forgotten. */
export function startOf(key: string): string {
  return key.slice(0, prefix.length + shownLetters);
}

/** What is kept of a key, and found by it. */
export function digestOf(key: string): string {
  return digests.sign(key);
}

/** The key in an Authorization header; null where there is none, or what stands there cannot be one. */
export function keyIn(authorization: string | undefined): string | null {
  const [, key] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  return key && shape.test(key) ? key : null;
}
