import { createHmac, randomBytes } from 'node:crypto';

import { env } from '@/lib/core/env';
import { sameSecret } from '@/lib/core/ids';

/** A proof for a browser that an account signed in with it. It names no account, and is good for this address only. */
export function makeDevice(email: string): string {
  const id = randomBytes(12).toString('base64url');
  return `${id}.${sealOf(id, email)}`;
}

/** The browser's id where it was signed in with this address before, else null. */
export function knownDevice(device: string | undefined, email: string): string | null {
  const [id = '', seal = '', ...more] = device?.split('.') ?? [];
  return id && more.length === 0 && sameSecret(seal, sealOf(id, email)) ? id : null;
}

function sealOf(id: string, email: string): string {
  return createHmac('sha256', env.AUTH_SECRET).update(`device:${id}:${email.toLowerCase()}`).digest('base64url');
}
