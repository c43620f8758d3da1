import { isDecodable } from '@/lib/core/address';

/** The most characters of an old address, and of an address that one leads to. */
export const mostOfPath = 500;
export const mostOfTarget = 1_000;

// What is not said by a path once it is decoded, and a lone half of a character, which no database holds.
const unreadable = /[\p{Cc}\p{Cs}]/u;
// These would part an address anew when it is read again.
const parting = /[/\\?#%]/g;

/** The parts of a path as people read them, without empty ones; null where it cannot be read, or climbs by `..`. */
export function partsOf(address: string): string[] | null {
  const [path = ''] = address.split(/[?#]/, 1);
  if (!path.startsWith('/') || path.length > 9 * mostOfPath || !isDecodable(path)) return null;
  const parts = path
    .split('/')
    .map((part) => decodeURIComponent(part).normalize('NFC'))
    .filter((part) => part !== '' && part !== '.');
  return parts.some((part) => part === '..' || unreadable.test(part)) ? null : parts;
}

/**
 * An old address as it is compared: decoded, in small letters, without query and without a slash at its end. Reading what it answers
 * answers the same. Null for what is no path, or too long.
 */
export function oldPath(address: string): string | null {
  const parts = partsOf(address);
  if (!parts) return null;
  const small = (part: string) =>
    part.toLowerCase().normalize('NFC').replace(parting, encodeURIComponent).toLowerCase();
  const path = `/${parts.map(small).join('/')}`;
  return path.length > mostOfPath ? null : path;
}

// First parts of what the program answers outside its languages, and of what it keeps for itself.
const own = new Set([
  ...['en', 'zh', 'api', '_next', 'files', 'brand-icons', 'staff', 'demo-pay', 'passport', 'metrics'],
  '.well-known',
  ...['robots.txt', 'sitemap.xml', 'icon.svg', 'apple-icon.png'],
  ...['avatars', 'brand', 'illustrations', 'verify-draw.mjs'],
]);
// Pictures of the demo's products lie where old shops have their products.
const demoPicture = /^\/products\/[^/]+\.(svg|webp)$/;
const memberAddress = /^\/u(\/[^/]*)?$/;

/** Whether the program itself answers at an address, as it is compared: no redirect begins there. */
export function isOwnAddress(path: string): boolean {
  const [, first = ''] = path.split('/', 2);
  return first === '' || own.has(first) || demoPicture.test(path) || memberAddress.test(path);
}

const base = 'http://own.invalid';

/**
 * Where a redirect leads, encoded as it is sent: a path of this site, or an https address. An address of this site's own host is taken as
 * its path. Null for anything else.
 */
export function targetOf(text: string, ownHost?: string): string | null {
  const given = text.trim();
  if (given.length > mostOfTarget || unreadable.test(given)) return null;
  const inside = given.startsWith('/');
  if (!URL.canParse(given, inside ? base : undefined)) return null;
  const url = new URL(given, inside ? base : undefined);
  const here = inside ? url.origin === base : url.host === ownHost && /^https?:$/.test(url.protocol);
  if (!here && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '') return null;
  const target = here ? `${url.pathname}${url.search}${url.hash}` : url.href;
  // Browsers take two slashes, or a backslash behind one, for the beginning of another host.
  return /^\/[/\\]/.test(target) || target.length > 3 * mostOfTarget ? null : target;
}
