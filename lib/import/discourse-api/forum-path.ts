import { checkPart, encodePart } from '@/lib/core/address';

/**
 * A path in the old forum, of its parts. What foreign words may say is checked by `isPart` before: a part that is empty, "." or ".." would
 * lead elsewhere, however it is encoded.
 */
export function forumPath(...parts: (string | number)[]): string {
  const astray = parts.find((part) => typeof part === 'string' && !isPart(part));
  if (astray !== undefined) throw new RangeError('a part of a path that leads elsewhere');
  return parts.map((part) => `/${encodePart(part)}`).join('');
}

/** Whether a text can stand as one part of a path. */
export function isPart(text: string): boolean {
  return checkPart(text) !== null;
}
