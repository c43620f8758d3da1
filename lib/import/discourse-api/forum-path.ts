import { encodePart } from '@/lib/core/address';

/** A path in the old forum, of its parts. */
export function forumPath(...parts: (string | number)[]): string {
  return parts.map((part) => `/${encodePart(part)}`).join('');
}
