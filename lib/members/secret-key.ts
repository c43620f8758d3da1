import { randomBytes } from 'node:crypto';

/** The key of a one-time address: 256 random bits, as 43 letters of base64url. */
export function makeSecretKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text can be such a key at all. */
export function isSecretKey(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
