import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { Secret, TOTP } from 'otpauth';

import { digestKey } from '@/lib/core/keys';

const sealing = digestKey('members.authenticator');
const settings = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new secret of an authenticator app: 160 random bits in base32. */
export const makeAuthenticatorSecret = (): string => new Secret({ size: 20 }).base32;

/** A secret as its row keeps it: AES-256-GCM, bound to its owner: a member, or while it is new a session of theirs. */
export function sealSecret(owner: string, secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealing.bytes(), iv).setAAD(Buffer.from(owner));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/** The secret in such a row; throws when it is another owner's or was changed. */
export function openSecret(owner: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', sealing.bytes(), bytes.subarray(0, 12))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** The time step that a code belongs to, one before or behind the present one at most; null for a wrong code. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const totp = new TOTP({ ...settings, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 30_000) + delta;
}

/** The address that an authenticator app reads from a QR code. */
export function authenticatorUri(secret: string, brand: string, label: string): string {
  return new TOTP({ ...settings, issuer: brand, label, secret: Secret.fromBase32(secret) }).toString();
}
