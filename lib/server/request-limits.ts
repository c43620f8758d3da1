import { importPartBytes } from '@/lib/imports/choices';
import { MAX_IMAGE_BYTES } from '@/lib/outside/storage/limits';

const kibibyte = 1024;
/** The most bytes of a form without pictures. */
export const formBytes = 256 * kibibyte;

// What else a form with a picture holds, and the lines between its parts.
const pictureForm = MAX_IMAGE_BYTES + 64 * kibibyte;
const withPicture = /^\/(en|zh)\/(account|staff\/products\/[0-9a-f-]{36})$/;

// The longest text of a form, twenty thousand letters, takes a third of a form's limit; staff write whole product pages.
const limits: readonly [RegExp, number][] = [
  [/^\/api\/upload$/, MAX_IMAGE_BYTES],
  [/^\/api\/webhooks\//, 512 * kibibyte],
  [/^\/api\/imports\/parts$/, importPartBytes],
  [/^\/api\//, 64 * kibibyte],
  [withPicture, pictureForm],
  [/^\/(en|zh)\/staff(\/|$)/, 2048 * kibibyte],
  [/^\/(en|zh)(\/|$)/, formBytes],
];
const other = 64 * kibibyte;

/** The most bytes that the body of a request for this address may ever have. */
export function bodyLimit(url: string): number {
  const path = pathOf(url);
  return limits.find(([pattern]) => pattern.test(path))?.[1] ?? other;
}

/** The most bytes of a body for this address from a sender without a session, whose pictures nobody keeps; null where it makes no difference. */
export function guestBodyLimit(url: string): number | null {
  return withPicture.test(pathOf(url)) ? formBytes : null;
}

/** Whether an address, however it is spelt, is one that only this process itself may ask. */
export function isInternal(url: string): boolean {
  return (url.includes('nternal') || url.includes('%')) && asLenientReader(pathOf(url)).startsWith('/api/internal/');
}

const pathOf = (url: string): string => url.split('?', 1)[0]!;

// Decoded, without empty segments and dots.
function asLenientReader(path: string): string {
  const decoded = path.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const parts: string[] = [];
  for (const part of decoded.split(/[/\\]+/)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}/`;
}
