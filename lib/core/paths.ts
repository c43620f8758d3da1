import { encodePart } from './address';
import type { Locale } from './locale';

/** Address of a JSON answer: `api('drops', slug, 'state')`. */
export function api(...parts: (string | number)[]): string {
  return path('api', ...parts);
}

/** A site path in one language: `/en/t/12/title`. */
export function inLocale(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** The segment behind the language of a path; empty where there is none. */
export const segmentOf = (href: string): string => href.split(/[/?#]/)[2] ?? '';

/** A path that leads to a board behind sign-in where the board is not public. */
export function onBoard({ visibility }: { visibility: string }, path: string): string {
  return visibility === 'PUBLIC' ? path : `/inner${path}`;
}

/** A path with a query, encoded; what is undefined, null or empty is left out. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)] as [string, string]],
  );
  if (given.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(given)}`;
}

/** A path of these parts. Every part of an address is encoded here and nowhere else. */
export function path(...parts: (string | number)[]): string {
  return `/${parts.map(encodePart).join('/')}`;
}
