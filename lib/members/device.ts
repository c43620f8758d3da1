import { randomBytes } from 'node:crypto';

import { signingKey } from '@/lib/core/keys';

const key = signingKey('members.device');

/**
 * A proof for a browser that an account signed in with it. It names no account, is good for this address only, and ends with the account's
 * sessions, whose `version` it is of: who had the password once is a stranger when it was changed.
 */
export function makeDevice(email: string, version: number): string {
  const id = randomBytes(12).toString('base64url');
  return `${id}.${key.sign(wordsOf(id, email, version))}`;
}

/** The browser's id where it was signed in with this address since the sessions of the account were ended last, else null. */
export function knownDevice(device: string | undefined, email: string, version: number | undefined): string | null {
  const [id = '', seal = '', ...more] = device?.split('.') ?? [];
  if (!id || more.length > 0 || version === undefined) return null;
  return key.verify(wordsOf(id, email, version), seal) ? id : null;
}

const wordsOf = (id: string, email: string, version: number) => `${id}:${version}:${email.toLowerCase()}`;
