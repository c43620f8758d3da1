/** Longest part of an address, in UTF-16 units: handles and slugs are shorter. */
const longest = 255;
const plain = /^[a-z0-9][a-z0-9_-]{0,254}$/;
const unreadable = /[\p{Cc}\p{Surrogate}/\\]/u;

/** Writes a text as one part of an address: in NFC, percent-encoded. */
export function encodePart(part: string | number): string {
  const text = String(part);
  return plain.test(text) ? text : encodeURIComponent(text.normalize('NFC').replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Reads one part of an address as it was sent; null for what `encodePart` never writes. */
export function readPart(encoded: string): string | null {
  if (plain.test(encoded)) return encoded;
  // A UTF-16 unit takes nine characters at most.
  if (encoded.length > 9 * longest) return null;
  try {
    return checkPart(decodeURIComponent(encoded));
  } catch {
    return null;
  }
}

/** The same for a part that was decoded already. */
export function checkPart(decoded: string): string | null {
  const text = decoded.normalize('NFC');
  const fits = text !== '' && text.length <= longest && text !== '.' && text !== '..';
  return fits && !unreadable.test(text) ? text : null;
}

/** The parts of a path as it was sent; null when one of them cannot be read. An empty part at the end does not count. */
export function readPath(path: string): string[] | null {
  const parts = path.replace(/^\//, '').replace(/\/$/, '').split('/').map(readPart);
  return parts.includes(null) ? null : (parts as string[]);
}

/** Whether every escape of a path stands for whole characters: what is not so can be no address at all. */
export function isDecodable(path: string): boolean {
  if (!path.includes('%')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A positive whole number of at most nine digits, so that it fits the database's integers; null for anything else. */
export function readNumber(part: string): number | null {
  return /^[1-9]\d{0,8}$/.test(part) ? Number(part) : null;
}

/** An address as people read it: letters of other scripts are decoded. What it says stays the same, so it can be sent again. */
export function readableAddress(address: string): string {
  return address.replace(/(%[89a-f][0-9a-f])+/gi, (coded) => (isDecodable(coded) ? decodeURIComponent(coded) : coded));
}

/** A piece of an address as it is sent, whatever is encoded in it already. */
export function sentAddress(text: string): string {
  return encodeURI(text.replace(/\p{Surrogate}/gu, ''));
}
