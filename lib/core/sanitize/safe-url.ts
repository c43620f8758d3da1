import { cleanText } from './clean-text';

/** Where a text is shown and where it came from. */
export type Site = {
  /** Our own origin (`https://fans.example`): links to it are inside links. */
  origin?: string;
  /** The address an imported text was read from: its relative links are resolved against it. */
  base?: string;
};

export type SafeLink = { href: string; outside: boolean };

const MAX_URL = 2048;
const NOWHERE = 'https://own.invalid';
const SCHEMES = new Set(['https:', 'http:', 'mailto:']);
const OWN_FILE = /^\/files\/[\w-][\w.-]*$/;
const ROOT_RELATIVE = /^\/(?![/\\])/;

/**
 * The one spelling of a link that may be shown (https, http, mailto, or a path of our own), and
 * whether it leads outside; null for every other address. Throws nothing.
 */
export function safeLink(value: string, site: Site = {}): SafeLink | null {
  const raw = tidy(value);
  if (!raw || raw.startsWith('#')) return null;
  if (ROOT_RELATIVE.test(raw) && !site.base) return ownPath(raw);
  const url = parse(raw, site.base);
  if (!url || !SCHEMES.has(url.protocol) || url.username || url.password) return null;
  return { href: url.href, outside: url.origin !== site.origin };
}

/**
 * The address of a picture that may be shown: https (http is raised to https) or one of our own
 * `/files/…`; null for every other address. Throws nothing.
 */
export function safeImage(value: string, site: Site = {}): string | null {
  const raw = tidy(value);
  if (OWN_FILE.test(raw)) return raw;
  const url = raw ? parse(raw, site.base) : null;
  if (!url || url.username || url.password) return null;
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' ? url.href : null;
}

function tidy(value: string): string {
  const raw = cleanText(value)
    .replace(/[\t\n]/g, '')
    .trim();
  return raw.length > MAX_URL ? '' : raw;
}

function ownPath(raw: string): SafeLink | null {
  const url = parse(raw, NOWHERE);
  if (!url || url.origin !== NOWHERE) return null;
  // "/.//host" resolves to the path "//host", which a browser would read as another site.
  if (url.pathname.startsWith('//')) return null;
  return { href: url.pathname + url.search + url.hash, outside: false };
}

function parse(raw: string, base?: string): URL | null {
  try {
    return new URL(raw.startsWith('//') ? `https:${raw}` : raw, base);
  } catch {
    return null;
  }
}
