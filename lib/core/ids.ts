import { createHash, randomBytes, randomInt } from 'node:crypto';

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

/** A UUID that grows with its moment, so that new rows lie side by side: version 7 of RFC 9562, section 5.7. */
export function uuid7(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The least version 7 UUID of a moment: rows made from then on have greater ids. */
export function firstIdAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID, so that a bad address never reaches the database as an error. */
export function isUuid(text: string): boolean {
  return uuidShape.test(text);
}
