import { randomBytes } from 'node:crypto';

import { signingKey } from '@/lib/core/keys';

const key = signingKey('members.device');

/** A proof for a browser that an account signed in with it. It names no account, and is good for this address only. */
export function makeDevice(email: string): string {
  const id = randomBytes(12).toString('base64url');
  return `${id}.${key.sign(wordsOf(id, email))}`;
}

/** The browser's id where it was signed in with this address before, else null. */
export function knownDevice(device: string | undefined, email: string): string | null {
  const [id = '', seal = '', ...more] = device?.split('.') ?? [];
  return id && more.length === 0 && key.verify(wordsOf(id, email), seal) ? id : null;
}

const wordsOf = (id: string, email: string) => `${id}:${email.toLowerCase()}`;
