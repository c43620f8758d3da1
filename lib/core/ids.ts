import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

// Crockford's Base32: no I, L, O or U, so that a number read aloud comes back the same.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random readable code of the given length, in Crockford's Base32. */
export function readableCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % 32]).join('');
}

/** A six-digit code for mail. */
export function digitCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares two texts without telling by its time where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID, so that a bad address never reaches the database as an error. */
export function isUuid(text: string): boolean {
  return uuidShape.test(text);
}
