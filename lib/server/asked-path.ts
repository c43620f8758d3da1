/** By this header the front names the address that a visitor asked for to the pages' thread; it never comes from a visitor. */
export const pathHeader = 'x-millet-path';

const longest = 500;

/** The header for an address; a longer one than a form may send back is not named. */
export function namedPath(url: string): string[] {
  return url.length <= longest ? [pathHeader, url] : [];
}

/** The address as the visitor sees it: without what Next's router adds. */
export function askedPath(named: string | null): string | undefined {
  if (!named?.startsWith('/')) return undefined;
  const { pathname, searchParams } = new URL(named, 'http://own.invalid');
  searchParams.delete('_rsc');
  const search = searchParams.toString();
  return search ? `${pathname}?${search}` : pathname;
}
